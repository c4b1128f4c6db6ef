-- Rows as the release with migration 7 left them: Tomás is a mentor and a coordinator, and has two conversations.
INSERT INTO person (id, programme_id, role, chat_id, standing, reach, lang, alias, zone, joined_at, capacity)
    VALUES (4, 1, 'mentee', 44, 'ready', 'reachable', 'ar', 'Nadia', 'Europe/Madrid', 1772445600000, 1),
           (5, 1, 'coordinator', 22, 'joining', 'blocked', 'es', 'Tomás', 'Europe/Madrid', 1772445600000, 1);
INSERT INTO conversation (id, programme_id, sort, phase, coordinator_id, rhythm, proposed_at, introduced_at, created_at)
    VALUES (2, 1, 'pair', 'active', 3, 7, 1772445600000, 1772449200000, 1772445600000);
INSERT INTO member (conversation_id, person_id, side, state)
    VALUES (2, 4, 'mentee', 'active'), (2, 2, 'mentor', 'active');
INSERT INTO letter (id, lane, rank, op, body, target, person_id, state, queued_at)
    VALUES (30, 22, 2, 'delete', NULL, 1, 2, 'sent', 1772456400000);
INSERT INTO account (chat_id, keyboard, former, line, current_id, current_at, other_at, reached_id, reached_at)
    VALUES (22, '[[1,"Amina"],[2,"Nadia"]]', '["Zoe"]', 1, 1, 1772456400000, NULL, 1, 1772456400100);
