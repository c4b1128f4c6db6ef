-- What a programme does with phone numbers and other contacts in messages, and who agreed to swap them.

ALTER TABLE programme ADD COLUMN contacts TEXT NOT NULL DEFAULT 'ask' CHECK (contacts IN ('allow', 'ask', 'both', 'refuse'));

CREATE TABLE swap (
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    agreed_at BIGINT,
    withdrawn_at BIGINT,
    PRIMARY KEY (conversation_id, person_id)
);
