-- Rows as the release with migration 8 left them: Tomás has Amina's pair quiet, and Amina is asked into Nadia's.
UPDATE member SET muted = 'daily', counted_at = 1772456400000 WHERE conversation_id = 1 AND person_id = 2;
INSERT INTO member (conversation_id, person_id, side, state, asked_at) VALUES (2, 1, 'mentee', 'asked', 1772456400000);
