-- What albums, corrections, reactions and taking back need of the ledger: ids, moments and fingerprints, never contents.

ALTER TABLE source ADD COLUMN album_key TEXT;
-- Keyed fingerprints (16 bytes, hex) of what the message says and of its file: only to tell whether an edit changed them.
ALTER TABLE source ADD COLUMN content_fp TEXT;
ALTER TABLE source ADD COLUMN file_fp TEXT;
-- Telegram's date of the last edit that was taken in, and when corrections of the copies were last posted.
ALTER TABLE source ADD COLUMN edited_at BIGINT;
ALTER TABLE source ADD COLUMN corrected_at BIGINT;
-- Its author took it back.
ALTER TABLE source ADD COLUMN gone_at BIGINT;
-- In a circle, the letter that tells its author who reacted.
ALTER TABLE source ADD COLUMN reactions_letter BIGINT;
CREATE INDEX source_album ON source (chat_id, album_key) WHERE album_key IS NOT NULL;

-- Before that it does not leave: an album's other parts may still come. Its parts are a JSON list of message numbers.
ALTER TABLE letter ADD COLUMN ready_at BIGINT;
ALTER TABLE letter ADD COLUMN parts TEXT;
-- One of Telegram's fixed list.
ALTER TABLE letter ADD COLUMN emoji TEXT;
-- Four more things to do.
ALTER TABLE letter RENAME COLUMN op TO op_before;
ALTER TABLE letter ADD COLUMN op TEXT NOT NULL DEFAULT 'write' CHECK (op IN
    ('write', 'rewrite', 'clear', 'copy', 'toast', 'topic', 'commands', 'album', 'edit', 'react', 'delete'));
UPDATE letter SET op = op_before;
ALTER TABLE letter DROP COLUMN op_before;
CREATE INDEX letter_dropped ON letter (queued_at) WHERE state = 'withdrawn' AND carried_at IS NULL;

-- When the letter at its head may leave, if that is later than now.
ALTER TABLE lane ADD COLUMN ready_at BIGINT;

-- What people reacted with, one each; without an emoji she took it away. `at` is Telegram's date.
CREATE TABLE reaction (
    source_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    emoji TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (source_id, person_id)
);
CREATE INDEX reaction_at ON reaction (at);

-- Reactions to messages that are not known yet: a reaction may overtake its message.
CREATE TABLE parked (
    chat_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    emoji TEXT,
    at BIGINT NOT NULL,
    parked_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);

-- Who was told that somebody takes no voice messages: once per person.
CREATE TABLE voiceless (
    author_id BIGINT NOT NULL,
    reader_id BIGINT NOT NULL,
    PRIMARY KEY (author_id, reader_id)
);
