-- Somebody is asked to come into a pair that goes on, since then.
ALTER TABLE member ADD COLUMN asked_at BIGINT;
-- What reaches her there makes no sound; `daily`: once a day she reads how many messages that were, since `counted_at`.
ALTER TABLE member ADD COLUMN muted TEXT CHECK (muted IN ('quiet', 'daily'));
ALTER TABLE member ADD COLUMN counted_at BIGINT;
