-- Rows as the release with migration 19 left them: one message looked like the bot's own since it was changed.
UPDATE source SET poses = 2 WHERE id = 4;
