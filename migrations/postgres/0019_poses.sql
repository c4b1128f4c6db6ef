-- It could be taken for the bot's own words: its author's name stands above it. 2: since it was changed, and its copies
-- have none above them yet.
ALTER TABLE source ADD COLUMN poses BIGINT NOT NULL DEFAULT 0;
