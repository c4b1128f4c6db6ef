-- Rows as the release with migration 22 left them.
INSERT INTO seen (update_id, at) VALUES (-4294967297, 1772000000000);
