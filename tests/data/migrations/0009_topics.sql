-- Rows as the release with migration 9 left them: Tomás reads Amina's messages in a topic, Nadia's is being made.
INSERT INTO topic (chat_id, conversation_id, thread, asked_at)
    VALUES (22, 1, 77, 1772456400000), (22, 2, NULL, 1772456400000);
