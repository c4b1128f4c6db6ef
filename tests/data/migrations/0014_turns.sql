-- Rows as the release with migration 14 left them: a line above Amina's next message has gone to Tomás, an answer of the
-- bot's before it.
INSERT INTO letter (id, lane, rank, op, strand, leads, conversation_id, body, state, queued_at, message_id, carried_at)
    VALUES (40, 22, 0, 'commands', 0, NULL, NULL, NULL, 'sent', 1772456500000, NULL, 1772456500100),
           (41, 22, 1, 'write', 2, 2, 1, '{"relay":{"header":{"name":"Amina"}}}', 'sent', 1772456500000, 9, 1772456500200);
UPDATE lane SET talk_turn = 4, soonest = 1772456400000 WHERE chat_id = 22;
