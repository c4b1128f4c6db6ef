-- The letter that asks somebody what she can answer in words as well as with its buttons: they go once she has.
ALTER TABLE person ADD COLUMN question BIGINT;
CREATE INDEX person_question ON person (question) WHERE question IS NOT NULL;
