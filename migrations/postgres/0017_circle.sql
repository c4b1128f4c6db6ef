-- Before somebody comes into a running pair, each present member is asked whether that is all right, since then.
CREATE TABLE agreement (
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    newcomer_id BIGINT NOT NULL REFERENCES person (id),
    member_id BIGINT NOT NULL REFERENCES person (id),
    reply TEXT NOT NULL CHECK (reply IN ('open', 'accepted')),
    asked_at BIGINT NOT NULL,
    told TEXT,
    PRIMARY KEY (conversation_id, newcomer_id, member_id)
);

-- Whom an earlier version has asked in without them: they are asked now. Since when is noted when somebody looks.
INSERT INTO agreement (conversation_id, newcomer_id, member_id, reply, asked_at)
    SELECT s.conversation_id, s.person_id, m.person_id, 'open', 0
    FROM member s
    JOIN conversation c ON c.id = s.conversation_id AND c.phase IN ('active', 'paused', 'held')
    JOIN member m ON m.conversation_id = s.conversation_id AND m.state = 'active'
    WHERE s.state = 'asked';
UPDATE alarm SET due_at = 0
    WHERE kind = 'proposal' AND subject IN (SELECT conversation_id FROM agreement);
INSERT INTO alarm (kind, subject, due_at)
    SELECT DISTINCT 'proposal', a.conversation_id, 0 FROM agreement a
    WHERE a.conversation_id NOT IN (SELECT subject FROM alarm WHERE kind = 'proposal');

-- Whom of the team a case names: nobody of them may know of it. Such cases have numbers below 0, so that no gap tells.
ALTER TABLE case_file ADD COLUMN meant TEXT NOT NULL DEFAULT '[]';
