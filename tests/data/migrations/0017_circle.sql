-- Rows as the release with migration 17 left them: Amina is to come into Nadia's pair, and Tomás has said that it is all right.
UPDATE agreement SET reply = 'accepted' WHERE member_id = 2;
-- Amina says that it is about the team: about Vera.
INSERT INTO case_file (id, programme_id, kind, severity, person_id, opened_at, counted_from, meant)
    VALUES (-1, 1, 'team', 'urgent', 1, 1772456400000, 1772456400000, '[{"somebody":3}]');
