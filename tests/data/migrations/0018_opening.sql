-- Rows as the release with migration 18 left them: what Amina wrote before she pressed the button waits for her own yes.
UPDATE source SET danger = 1, asked_id = 1 WHERE author_id = 1;
