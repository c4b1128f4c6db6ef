-- Rows as the release with migration 3 left them, in every table that is new.
INSERT INTO source (id, conversation_id, author_id, chat_id, message_id, kind, heard_at, album_key, content_fp, file_fp)
    VALUES (3, 1, 1, 11, 7, 'photo', 1772456400000, '77', '000102030405060708090a0b0c0d0e0f', '0f'),
           (4, 1, 1, 11, 8, 'photo', 1772456400000, '77', NULL, NULL);
INSERT INTO letter (id, lane, rank, op, conversation_id, source_id, from_chat, from_message, parts, ready_at, state, queued_at)
    VALUES (3, 22, 1, 'album', 1, 3, 11, 7, '[7,8]', 1772456401200, 'queued', 1772456400000);
INSERT INTO reaction (source_id, person_id, emoji, at) VALUES (1, 2, '👍', 1772456500000);
INSERT INTO parked (chat_id, message_id, emoji, at, parked_at) VALUES (11, 99, NULL, 1772456500000, 1772456500100);
INSERT INTO voiceless (author_id, reader_id) VALUES (1, 2);
