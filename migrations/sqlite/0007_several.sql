-- One account, several parts: mentor here, mentee there, and more than one conversation. A person is the part somebody
-- has in a programme; the account is her chat.

-- SQLite cannot drop a UNIQUE of a column, so the table is made anew. Whatever refers to it is checked at the end of
-- this transaction, when everybody is back.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE several_count AS SELECT name, seq FROM sqlite_sequence WHERE name = 'person';
CREATE TABLE several_person AS SELECT * FROM person;
DROP TABLE person;
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id BIGINT NOT NULL REFERENCES programme (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator', 'mentor', 'mentee')),
    chat_id BIGINT,
    standing TEXT NOT NULL CHECK (standing IN ('joining', 'awaiting_guardian', 'ready', 'refused', 'left')),
    reach TEXT NOT NULL CHECK (reach IN ('reachable', 'blocked', 'gone')),
    lang TEXT NOT NULL,
    alias TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL,
    coordinator_id BIGINT REFERENCES person (id),
    file_number TEXT,
    dialogue TEXT,
    profile TEXT NOT NULL DEFAULT '{}',
    paused_until BIGINT,
    joined_at BIGINT NOT NULL,
    capacity BIGINT NOT NULL DEFAULT 1,
    UNIQUE (chat_id, programme_id, role)
);
INSERT INTO person (id, programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number,
        dialogue, profile, paused_until, joined_at)
    SELECT id, programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number, dialogue,
        profile, paused_until, joined_at FROM several_person ORDER BY id;
DROP TABLE several_person;
-- Numbers are never given twice.
DELETE FROM sqlite_sequence WHERE name = 'person';
INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM several_count;
DROP TABLE several_count;
CREATE INDEX person_programme ON person (programme_id, role, standing, id);
CREATE INDEX person_role ON person (programme_id, role, id);

-- How many pairs somebody has room for stands in her profile; here it is sought for.
DROP INDEX member_live;

-- Whom a letter is for, where a chat may be several people.
ALTER TABLE letter ADD COLUMN person_id BIGINT;
UPDATE letter SET person_id = (SELECT p.id FROM person p WHERE p.chat_id = letter.lane);

-- "For whom?" offers more than the partner now: what is open is asked anew when its time comes.
UPDATE letter SET offer = NULL WHERE offer LIKE '%for_partner%' OR offer LIKE '%for_team%';
UPDATE letter SET state = 'withdrawn' WHERE state IN ('queued', 'sending')
    AND (body LIKE '%"for_whom"%' OR body LIKE '{"join":{"link":["role"%');

-- That the team reads along says in which conversation now; of letters from before that is not known.
UPDATE letter SET body = '{"supervised":{"pinned":0}}' WHERE body = '{"supervised":"pinned"}';
UPDATE letter SET body = '{"supervised":{"over":0}}' WHERE body = '{"supervised":"over"}';

-- An account with several conversations: what stands on its keyboard, whom it chose to write to, whom it heard last.
CREATE TABLE account (
    chat_id BIGINT PRIMARY KEY,
    keyboard TEXT NOT NULL DEFAULT '[]',
    former TEXT NOT NULL DEFAULT '[]',
    line BIGINT,
    current_id BIGINT,
    current_at BIGINT,
    other_at BIGINT,
    reached_id BIGINT,
    reached_at BIGINT
);
