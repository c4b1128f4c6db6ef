-- One account, several parts: mentor here, mentee there, and more than one conversation. A person is the part somebody
-- has in a programme; the account is her chat.
ALTER TABLE person DROP CONSTRAINT person_chat_id_key;
ALTER TABLE person ADD UNIQUE (chat_id, programme_id, role);

-- How many pairs somebody has room for stands in her profile; here it is sought for.
ALTER TABLE person ADD COLUMN capacity BIGINT NOT NULL DEFAULT 1;
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
