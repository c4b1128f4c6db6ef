-- Rows as the release with migration 10 left them: no table is new. Nadia is on a break, and Tomás was on one long ago.
UPDATE conversation SET phase = 'paused', paused_until = 1773061200000, stops = '[[1772456400000,null]]' WHERE id = 2;
UPDATE person SET paused_until = 1773061200000 WHERE id = 4;
UPDATE person SET paused_until = 1770000000000 WHERE id = 2;
UPDATE member SET told = 'paused' WHERE conversation_id = 2 AND person_id = 2;
INSERT INTO alarm (kind, subject, due_at) VALUES ('pause', 2, 1773061200000);
