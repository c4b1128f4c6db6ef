-- Conversations take turns in a lane, and answers to what somebody just did go before talk.

-- In whose turn a letter goes: letters of one strand, lane and rank keep their order. 0 is the bot's own; conversations
-- have even numbers, rooms odd ones.
ALTER TABLE letter ADD COLUMN strand BIGINT NOT NULL DEFAULT 0;
-- What it stands above goes right after it: 1 belongs to one message, 2 says whose that is, 3 who of a talk with the team
-- writes.
ALTER TABLE letter ADD COLUMN leads BIGINT;

-- Answers go before talk: safety was 0 and is -1 now, answers were 2 and are 0.
UPDATE letter SET rank = CASE rank WHEN 0 THEN -1 ELSE 0 END WHERE rank IN (0, 2);
UPDATE letter SET strand = 2 * conversation_id
    WHERE rank IN (-1, 1, 5) AND conversation_id IS NOT NULL AND state IN ('queued', 'sending', 'held');
UPDATE letter SET strand = 2 * room_id + 1
    WHERE rank IN (-1, 1, 5) AND conversation_id IS NULL AND room_id IS NOT NULL
        AND state IN ('queued', 'sending', 'held');
UPDATE letter SET leads = CASE WHEN body LIKE '{"relay":{"team_from":%' THEN 3 ELSE 2 END
    WHERE op = 'write' AND state IN ('queued', 'sending', 'held')
    AND (body LIKE '{"relay":{"from":%' OR body LIKE '{"relay":{"team_from":%' OR body LIKE '{"checkin":{"from":%'
        OR body LIKE '{"supervised":{"copy":%' OR body LIKE '{"safety":{"report":%');
UPDATE letter SET leads = 1 WHERE op = 'write' AND state IN ('queued', 'sending', 'held')
    AND (body LIKE '{"relay":{"album_answers":%' OR body = '{"relay":"forwarded"}' OR body = '{"relay":"corrected"}');

DROP INDEX letter_queued;
CREATE INDEX letter_queued ON letter (lane, rank, strand, id) WHERE state = 'queued';
-- The lines that say whose messages are, to find the last one of a chat.
CREATE INDEX letter_names ON letter (lane, message_id) WHERE leads >= 2 AND message_id IS NOT NULL;

-- Whose turn it is in each rank that has turns: twice the strand, and how much of it has just gone.
ALTER TABLE lane ADD COLUMN safety_turn BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN talk_turn BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN watch_turn BIGINT NOT NULL DEFAULT 0;
-- A line that has just gone: what it stands above goes next.
ALTER TABLE lane ADD COLUMN tied BIGINT;
-- Before that nothing leaves, not even safety; other letters wait for not_before.
ALTER TABLE lane ADD COLUMN soonest BIGINT NOT NULL DEFAULT 0;
UPDATE lane SET soonest = not_before,
    rank = (SELECT MIN(q.rank) FROM letter q WHERE q.lane = lane.chat_id AND q.state = 'queued');
