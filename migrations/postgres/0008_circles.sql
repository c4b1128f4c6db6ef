-- Somebody is asked to come into a pair that goes on, since then.
ALTER TABLE member ADD COLUMN asked_at BIGINT;
-- What reaches her there makes no sound; `daily`: once a day she reads how many messages that were, since `counted_at`.
ALTER TABLE member ADD COLUMN muted TEXT CHECK (muted IN ('quiet', 'daily'));
ALTER TABLE member ADD COLUMN counted_at BIGINT;

-- Topics of the safeguarding group are deleted 90 days after their report was resolved or their pair has ended, those
-- that are over already too. An alarm's subject is its room.
INSERT INTO alarm (kind, subject, due_at)
    SELECT 'over', r.id, COALESCE(f.resolved_at, c.ended_at) + 7776000000
    FROM room r
    LEFT JOIN case_file f ON f.id = r.case_id
    LEFT JOIN conversation c ON c.id = r.conversation_id
    WHERE COALESCE(f.resolved_at, c.ended_at) IS NOT NULL;
