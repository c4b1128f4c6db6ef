-- Whom an "I don't feel safe" is about, as she said it.
CREATE TABLE named (
    case_id BIGINT NOT NULL REFERENCES case_file (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX named_person ON named (person_id);

-- What the lead decided about another pair of somebody who was named: it was stopped too, or goes on.
CREATE TABLE named_pair (
    case_id BIGINT NOT NULL REFERENCES case_file (id),
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    decision TEXT NOT NULL CHECK (decision IN ('held', 'left')),
    PRIMARY KEY (case_id, conversation_id)
);

-- Who pressed the button, also in cases that are over: while a pair stays stopped after one, her words are for the team.
CREATE INDEX case_unsafe ON case_file (person_id) WHERE kind = 'unsafe';

-- The hours in which somebody is on call; without a value the lead has not said any.
ALTER TABLE programme ADD COLUMN on_call TEXT;
