-- A group that does not take what it should: since when.
ALTER TABLE group_chat ADD COLUMN refused_at BIGINT;

-- Accounts that a case, or reading along, is about, and whether they are in the team's groups, as Telegram last said.
CREATE TABLE group_account (
    chat_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('inside', 'outside', 'unknown')),
    looked_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, account)
);

-- One more thing to do: to look whether an account is in a group. An index that speaks of the column is made anew.
DROP INDEX letter_seen;
ALTER TABLE letter RENAME COLUMN op TO op_before;
ALTER TABLE letter ADD COLUMN op TEXT NOT NULL DEFAULT 'write' CHECK (op IN
    ('write', 'rewrite', 'clear', 'copy', 'toast', 'topic', 'commands', 'album', 'edit', 'react', 'delete', 'look'));
UPDATE letter SET op = op_before;
ALTER TABLE letter DROP COLUMN op_before;
CREATE INDEX letter_seen ON letter (from_chat, from_message)
    WHERE op = 'copy' AND source_id IS NULL AND from_message IS NOT NULL;

-- What was sent about a case.
CREATE INDEX letter_case ON letter (case_id) WHERE case_id IS NOT NULL;
