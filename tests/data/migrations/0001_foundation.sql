-- Rows as the release with migration 1 left them, in every table.
INSERT INTO meta (key, value) VALUES ('bot_id', '7000000001'), ('bot_name', 'lazo_bot'), ('heartbeat', '1772445600000');
INSERT INTO programme (id, name, languages, zone, rhythm, holidays, group_chat, set_up_at, created_at)
    VALUES (1, 'Casa Ana', '["es","en","ar"]', 'Europe/Madrid', 7, '["2026-12-24"]', -1001, 1772445600000, 1772445500000);
INSERT INTO person (id, programme_id, role, chat_id, standing, reach, lang, alias, zone, joined_at)
    VALUES (3, 1, 'coordinator', 33, 'ready', 'reachable', 'en', 'Vera', 'Europe/Madrid', 1772445600000);
INSERT INTO person (id, programme_id, role, chat_id, standing, reach, lang, alias, zone, coordinator_id, file_number, joined_at)
    VALUES (1, 1, 'mentee', 11, 'ready', 'reachable', 'ar', 'Amina', 'Africa/Casablanca', 3, 'F-11', 1772445600000),
           (2, 1, 'mentor', 22, 'ready', 'blocked', 'es', 'Tomás', 'Europe/Madrid', 3, NULL, 1772445600000);
INSERT INTO contact (programme_id, position, person_id, words)
    VALUES (1, 0, NULL, 'Board: 600 000 000'), (1, 1, 3, NULL), (1, 2, NULL, 'Eva: 600 000 002');
INSERT INTO invite (token_hash, programme_id, role, alias, invited_by, created_at, expires_at, used_at, used_by)
    VALUES ('c0ffee', 1, 'mentee', 'Amina', 3, 1772445600000, 1773655200000, 1772445700000, 1);
INSERT INTO guess (chat_id, at) VALUES (99, 1772445600000);
INSERT INTO conversation (id, programme_id, sort, phase, coordinator_id, rhythm, proposed_at, introduced_at, contact_at,
        turn_by, turn_since, turn_last, created_at)
    VALUES (1, 1, 'pair', 'active', 3, 7, 1772445600000, 1772449200000, 1772452800000, 'mentee', 1772452800000,
        1772456400000, 1772445600000);
INSERT INTO member (conversation_id, person_id, side, state, heard_at)
    VALUES (1, 1, 'mentee', 'active', 1772456400000), (1, 2, 'mentor', 'active', NULL);
INSERT INTO source (id, conversation_id, author_id, chat_id, message_id, kind, heard_at)
    VALUES (1, 1, 1, 11, 5, 'text', 1772456400000), (2, 1, 1, 11, 6, 'voice', 1772456400000);
INSERT INTO letter (id, lane, rank, op, conversation_id, source_id, from_chat, from_message, state, queued_at, message_id,
        carried_at)
    VALUES (1, 22, 1, 'copy', 1, 1, 11, 5, 'sent', 1772456400000, 8, 1772456400100),
           (2, 22, 1, 'copy', 1, 2, 11, 6, 'queued', 1772456400000, NULL, NULL);
INSERT INTO lane (chat_id, rank, not_before) VALUES (22, 1, 1772456401000);
INSERT INTO seen (update_id, at) VALUES (500001, 1772456400000);
INSERT INTO set_aside (update_id, class, at) VALUES (500000, 'could not finish', 1772456400000);
INSERT INTO alarm (kind, subject, due_at) VALUES ('silence', 1, 1773000000000), ('sweep', 0, 1772460000000);
INSERT INTO checkin (conversation_id, person_id, kind, due_on, state, sent_at)
    VALUES (1, 1, 'pulse', '2026-03-16', 'sent', 1773680400000);
INSERT INTO prompt (person_id, at) VALUES (1, 1773680400000);
INSERT INTO case_file (id, programme_id, kind, severity, conversation_id, person_id, opened_at, counted_from, facts)
    VALUES (1, 1, 'unreachable', 'attention', 1, 2, 1772456400000, 1772456400000, '[]');
INSERT INTO card (case_id, chat_id, letter_id) VALUES (1, 33, 1);
INSERT INTO group_chat (chat_id, inside, topics, pin, del, forum) VALUES (-1001, 1, 1, 1, 1, 1);
INSERT INTO audit (at, person_id, action, subject) VALUES (1772456400000, 3, 'pair introduced', 1);
