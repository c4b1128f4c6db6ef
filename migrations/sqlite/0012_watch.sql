-- Who reads along reads all that was read, and what the guard says stays true when a message changes in time.

-- A copy of what a reader has is found again by the copy it was made of.
CREATE INDEX letter_seen ON letter (from_chat, from_message)
    WHERE op = 'copy' AND source_id IS NULL AND from_message IS NOT NULL;

-- Copies for whoever reads along have the rank of messages now: none waits behind what can wait.
UPDATE letter SET rank = 1 WHERE rank = 5;
UPDATE lane SET rank = 1 WHERE rank = 5;

-- What goes from a reader's chat once whoever reads along has it: everything of a message, or with a letter one copy.
CREATE TABLE taking (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id BIGINT NOT NULL,
    lane BIGINT NOT NULL,
    letter_id BIGINT,
    author_chat BIGINT,
    case_id BIGINT,
    asked_at BIGINT NOT NULL
);
CREATE INDEX taking_source ON taking (source_id);

-- What the leak guard refused where the team reads along: who and when, never what it was.
CREATE TABLE refusal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX refusal_person ON refusal (person_id, at);

-- What a profile says about age, for the relay's own statement.
ALTER TABLE person ADD COLUMN adult BIGINT NOT NULL DEFAULT 0;
UPDATE person SET adult = 1 WHERE profile LIKE '%"adult":true%';

-- The lead has said that copies may come into her private chat. Where they do already, she has.
ALTER TABLE programme ADD COLUMN reads_privately BIGINT NOT NULL DEFAULT 0;
UPDATE programme SET reads_privately = 1 WHERE safe_chat IS NULL AND EXISTS
    (SELECT 1 FROM room r JOIN conversation c ON c.id = r.conversation_id WHERE c.programme_id = programme.id);
