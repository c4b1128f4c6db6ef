-- A break is a member's own: what is for her waits until its day, and her pair goes on being open. `break_told`: the
-- others know until when. Breaks of before were a state of the whole pair.
ALTER TABLE person ADD COLUMN break_told BIGINT NOT NULL DEFAULT 0;
-- When it was last noted whether she can be reached.
ALTER TABLE person ADD COLUMN reach_at BIGINT;
-- Since when a pair has been stopped.
ALTER TABLE conversation ADD COLUMN stopped_at BIGINT;
-- Written in a stop: what it shows of a contact, for the words are gone when the pair is open again; the letter that asks
-- its writer then whether it may go; and whether only her yes lets it go, because she did not feel safe.
ALTER TABLE source ADD COLUMN shows TEXT;
ALTER TABLE source ADD COLUMN asked_id BIGINT;
ALTER TABLE source ADD COLUMN danger BIGINT NOT NULL DEFAULT 0;

-- What may not go now, in pairs: the pair is stopped, its reader is on a break, or its writer must say yes first. What its
-- writer's own break keeps is what it kept already.
CREATE VIEW waits AS
    SELECT l.id FROM letter l
    JOIN conversation c ON c.id = l.conversation_id AND c.sort = 'pair'
    LEFT JOIN source s ON s.id = l.source_id
    LEFT JOIN person a ON a.id = s.author_id
    LEFT JOIN person r ON r.id = l.person_id
    WHERE l.rank = 1 AND (c.phase IN ('paused', 'held') OR r.paused_until IS NOT NULL
        OR (a.paused_until IS NOT NULL AND l.state = 'held') OR s.shows IS NOT NULL OR s.danger = 1);

UPDATE person SET paused_until = NULL WHERE paused_until IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM member m JOIN conversation c ON c.id = m.conversation_id
     WHERE m.person_id = person.id AND m.state = 'active' AND c.phase = 'paused' AND c.paused_until = person.paused_until);
INSERT INTO alarm (kind, subject, due_at)
    SELECT 'break', id, paused_until FROM person WHERE paused_until IS NOT NULL;
UPDATE conversation SET phase = 'active', paused_until = NULL WHERE phase = 'paused' AND EXISTS
    (SELECT 1 FROM member m JOIN person p ON p.id = m.person_id
     WHERE m.conversation_id = conversation.id AND m.state = 'active' AND p.paused_until = conversation.paused_until);
DELETE FROM alarm WHERE kind = 'pause' AND subject IN (SELECT id FROM conversation WHERE phase = 'active');
UPDATE member SET told = 'rests' WHERE told = 'paused';
-- What is held is looked at anew, by the longer time it may wait.
INSERT INTO alarm (kind, subject, due_at)
    SELECT DISTINCT 'held', lane, 0 FROM letter WHERE state = 'held' AND lane > 0
    ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at;
