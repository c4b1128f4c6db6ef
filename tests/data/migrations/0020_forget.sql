-- Rows as the release with migration 20 left them: a case was unfounded, and its pair is still stopped.
UPDATE case_file SET outcome = 'unfounded' WHERE id = 1;
