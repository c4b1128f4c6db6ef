-- Rows as the release with migration 5 left them, in its new table.
INSERT INTO swap (conversation_id, person_id, asked_at, agreed_at, withdrawn_at)
    VALUES (1, 1, 1772456400000, 1772456500000, NULL), (1, 2, 1772456400000, 1772456500000, 1772456600000);
UPDATE programme SET contacts = 'both' WHERE id = 1;
