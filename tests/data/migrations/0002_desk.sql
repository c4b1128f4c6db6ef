-- Rows as the release with migration 2 left them, in the tables and columns it brought.
INSERT INTO call_log (case_id, person_id, at, channel, minutes, outcome)
    VALUES (1, 3, 1772460000000, 'call', 15, 'spoke'), (1, 3, 1772470000000, 'in_person', 0, 'no_answer');
UPDATE programme SET helplines = '["Casa Ana: 016"]' WHERE id = 1;
UPDATE checkin SET state = 'snoozed', snoozed_until = 1773766800000;
UPDATE member SET ahead_until = 1772456403000, slowed_at = 1772456400000 WHERE person_id = 1;
