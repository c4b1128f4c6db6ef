-- One account, several parts: mentor here, mentee there, and more than one conversation. A person is the part somebody
-- has in a programme; the account is her chat.

-- SQLite cannot drop a UNIQUE of a column, so the table is made anew. Whatever refers to it is checked at the end of
-- this transaction, when everybody is back.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE several_count AS SELECT name, seq FROM sqlite_sequence WHERE name IN ('person', 'letter');
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
CREATE INDEX person_programme ON person (programme_id, role, standing, id);
CREATE INDEX person_role ON person (programme_id, role, id);

-- How many pairs somebody has room for stands in her profile; here it is sought for.
DROP INDEX member_live;

-- Whom a letter is for, where a chat may be several people; and one more thing to do: take a message away.
CREATE TABLE several_letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lane BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    op TEXT NOT NULL
        CHECK (op IN ('write', 'rewrite', 'clear', 'copy', 'toast', 'topic', 'commands', 'delete')),
    conversation_id BIGINT,
    source_id BIGINT,
    body TEXT,
    offer TEXT,
    target BIGINT,
    query TEXT,
    from_chat BIGINT,
    from_message BIGINT,
    reply_source BIGINT,
    protect BIGINT NOT NULL DEFAULT 0,
    case_id BIGINT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'held', 'withdrawn', 'failed')),
    maybe_duplicate BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    queued_at BIGINT NOT NULL,
    until BIGINT,
    carried_at BIGINT,
    message_id BIGINT,
    answered_at BIGINT,
    err TEXT,
    person_id BIGINT
);
INSERT INTO several_letter (id, lane, rank, op, conversation_id, source_id, body, offer, target, query, from_chat,
        from_message, reply_source, protect, case_id, state, maybe_duplicate, attempts, queued_at, until, carried_at,
        message_id, answered_at, err, person_id)
    SELECT l.id, l.lane, l.rank, l.op, l.conversation_id, l.source_id, l.body, l.offer, l.target, l.query, l.from_chat,
        l.from_message, l.reply_source, l.protect, l.case_id, l.state, l.maybe_duplicate, l.attempts, l.queued_at,
        l.until, l.carried_at, l.message_id, l.answered_at, l.err, p.id
    FROM letter l LEFT JOIN person p ON p.chat_id = l.lane ORDER BY l.id;
DROP TABLE letter;
ALTER TABLE several_letter RENAME TO letter;
CREATE INDEX letter_queued ON letter (lane, rank, id) WHERE state = 'queued';
CREATE INDEX letter_sending ON letter (lane) WHERE state = 'sending';
CREATE INDEX letter_held ON letter (conversation_id) WHERE state = 'held';
CREATE INDEX letter_held_lane ON letter (lane) WHERE state = 'held';
CREATE UNIQUE INDEX letter_message ON letter (lane, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX letter_source ON letter (source_id, lane) WHERE source_id IS NOT NULL;
CREATE INDEX letter_waiting ON letter (conversation_id) WHERE state = 'queued' AND conversation_id IS NOT NULL;
CREATE INDEX letter_carried ON letter (carried_at) WHERE carried_at IS NOT NULL;

-- Numbers are never given twice: buttons refer to letters.
DELETE FROM sqlite_sequence WHERE name IN ('person', 'letter');
INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM several_count;
DROP TABLE several_count;

-- "For whom?" offers more than the partner now: what is open is asked anew when its time comes.
UPDATE letter SET offer = NULL WHERE offer LIKE '%for_partner%' OR offer LIKE '%for_team%';
UPDATE letter SET state = 'withdrawn' WHERE state IN ('queued', 'sending')
    AND (body LIKE '%"for_whom"%' OR body LIKE '{"join":{"link":["role"%');

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
