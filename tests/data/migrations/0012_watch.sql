-- Rows as the release with migration 12 left them: a message goes once the team has it, and something was refused.
INSERT INTO taking (source_id, lane, letter_id, author_chat, case_id, asked_at) VALUES (1, 11, 1, 22, NULL, 1772456400000);
INSERT INTO refusal (conversation_id, person_id, at) VALUES (1, 2, 1772456400000);
