-- Rows as the release with migration 16 left them: Nadia's break is her own, and Tomás may know of it.
UPDATE person SET break_told = 1, reach_at = 1772456400000 WHERE id = 4;
UPDATE conversation SET stopped_at = 1772456400000 WHERE id = 1;
UPDATE source SET shows = 'phone', asked_id = 1, danger = 1 WHERE id = 4;
