-- A writer's standing notice that a message of hers is late: one at most, edited in place when it is over.
CREATE TABLE notice (
    chat_id BIGINT PRIMARY KEY,
    source_id BIGINT NOT NULL,
    lane BIGINT NOT NULL,
    letter_id BIGINT NOT NULL
);
CREATE INDEX notice_lane ON notice (lane);

-- An invitation that moves somebody who is in already to the account that opens it.
ALTER TABLE invite ADD COLUMN moves BIGINT REFERENCES person (id);
