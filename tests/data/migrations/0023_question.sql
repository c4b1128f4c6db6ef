-- Rows as the release with migration 23 left them: somebody has a question before her that she can answer in words.
UPDATE person SET question = 1 WHERE id = (SELECT MIN(id) FROM person);
