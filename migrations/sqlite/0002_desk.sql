-- The programme's own help lines, as the lead typed them: each a name and a number.
ALTER TABLE programme ADD COLUMN helplines TEXT NOT NULL DEFAULT '[]';

-- Asked to be asked later: then, and not before.
ALTER TABLE checkin ADD COLUMN snoozed_until BIGINT;

-- How far ahead of a calm pace a member writes, and when she was last asked to slow down.
ALTER TABLE member ADD COLUMN ahead_until BIGINT;
ALTER TABLE member ADD COLUMN slowed_at BIGINT;

-- Calls and other talks about a case: when, how, how long, how it went. Never what was said.
CREATE TABLE call_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id BIGINT NOT NULL REFERENCES case_file (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('call', 'in_person', 'message')),
    minutes BIGINT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('settled', 'spoke', 'no_answer'))
);
CREATE INDEX call_log_case ON call_log (case_id, id);
