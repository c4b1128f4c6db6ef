-- Rows as the release with migration 11 left them: a case is about Tomás, and the lead has decided about another pair of his.
INSERT INTO named (case_id, person_id) SELECT MIN(f.id), 2 FROM case_file f;
INSERT INTO named_pair (case_id, conversation_id, decision)
    SELECT MIN(f.id), (SELECT MAX(c.id) FROM conversation c), 'left' FROM case_file f;
UPDATE programme SET on_call = '{"weekends":false,"from":9,"to":17}' WHERE id = 1;
