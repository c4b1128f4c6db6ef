INSERT INTO notice (chat_id, source_id, lane, letter_id) VALUES (12, 1, 11, 1);
