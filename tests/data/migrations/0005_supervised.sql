-- Rows as the release with migration 6 left them, in every table that is new.
UPDATE programme SET safe_chat = -1003 WHERE id = 1;
UPDATE conversation SET supervised = 'yes' WHERE id = 1;
UPDATE member SET watched_at = 1772456400000 WHERE conversation_id = 1;
INSERT INTO room (chat_id, conversation_id, thread, unread_since) VALUES (-1003, 1, 7, 1772456400000);
