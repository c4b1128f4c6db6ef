-- Rows as the release with migration 10 left them: no table is new.
SELECT 1;
