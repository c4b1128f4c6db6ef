-- Times are epoch milliseconds, passed in. Lists and bodies are JSON text. Nothing here holds what people wrote.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE programme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL DEFAULT '',
    languages TEXT NOT NULL DEFAULT '["en"]',
    zone TEXT NOT NULL DEFAULT 'UTC',
    rhythm BIGINT NOT NULL DEFAULT 7,
    holidays TEXT NOT NULL DEFAULT '[]',
    group_chat BIGINT,
    answered TEXT NOT NULL DEFAULT '[]',
    set_up_at BIGINT,
    created_at BIGINT NOT NULL
);

-- 0 is the contact outside the team, 1 and 2 the urgent contacts in their order.
CREATE TABLE contact (
    programme_id BIGINT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL CHECK (position IN (0, 1, 2)),
    person_id BIGINT REFERENCES person (id),
    words TEXT,
    PRIMARY KEY (programme_id, position),
    CHECK ((person_id IS NULL) <> (words IS NULL))
);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id BIGINT NOT NULL REFERENCES programme (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator', 'mentor', 'mentee')),
    chat_id BIGINT UNIQUE,
    standing TEXT NOT NULL CHECK (standing IN ('joining', 'awaiting_guardian', 'ready', 'refused', 'left')),
    reach TEXT NOT NULL CHECK (reach IN ('reachable', 'blocked', 'gone')),
    lang TEXT NOT NULL,
    alias TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL,
    coordinator_id BIGINT REFERENCES person (id),
    file_number TEXT,
    dialogue TEXT,
    profile TEXT NOT NULL DEFAULT '{}',
    paused_until BIGINT,
    joined_at BIGINT NOT NULL
);
CREATE INDEX person_programme ON person (programme_id, role, standing, id);
CREATE INDEX person_role ON person (programme_id, role, id);

CREATE TABLE invite (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    programme_id BIGINT REFERENCES programme (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator', 'mentor', 'mentee')),
    alias TEXT,
    file_number TEXT,
    invited_by BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    used_by BIGINT REFERENCES person (id)
);

-- Wrong links opened, per chat: five an hour are looked at.
CREATE TABLE guess (
    chat_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX guess_chat ON guess (chat_id, at);

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id BIGINT NOT NULL REFERENCES programme (id),
    sort TEXT NOT NULL CHECK (sort IN ('pair', 'team')),
    phase TEXT NOT NULL CHECK (phase IN ('proposed', 'declined', 'expired', 'active', 'paused', 'held', 'closed')),
    coordinator_id BIGINT REFERENCES person (id),
    team_of BIGINT UNIQUE REFERENCES person (id),
    rhythm BIGINT NOT NULL DEFAULT 7,
    proposed_at BIGINT,
    introduced_at BIGINT,
    paused_until BIGINT,
    contact_at BIGINT,
    elsewhere_at BIGINT,
    turn_by TEXT,
    turn_since BIGINT,
    turn_last BIGINT,
    stops TEXT NOT NULL DEFAULT '[]',
    done TEXT NOT NULL DEFAULT '[]',
    silence_case BIGINT,
    ended_at BIGINT,
    end_reason TEXT,
    ended_by BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX conversation_coordinator ON conversation (coordinator_id, phase);
CREATE INDEX conversation_programme ON conversation (programme_id, sort, phase);
-- The lists of live pairs, page by page.
CREATE INDEX pair_coordinator ON conversation (coordinator_id, id)
    WHERE sort = 'pair' AND phase IN ('active', 'paused', 'held');
CREATE INDEX pair_programme ON conversation (programme_id, id)
    WHERE sort = 'pair' AND phase IN ('active', 'paused', 'held');

CREATE TABLE member (
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('mentee', 'mentor')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'active', 'left', 'ended')),
    heard_at BIGINT,
    heard_from BIGINT,
    heard_from_at BIGINT,
    told TEXT,
    PRIMARY KEY (conversation_id, person_id)
);
-- One live pair per account, for now.
CREATE UNIQUE INDEX member_live ON member (person_id) WHERE state = 'active';
CREATE INDEX member_person ON member (person_id);

-- The ledger: where each relayed message stands in its author's chat.
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    chat_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    heard_at BIGINT NOT NULL,
    UNIQUE (chat_id, message_id)
);
CREATE INDEX source_heard ON source (heard_at);

-- The outbox, and with message_id the ledger of copies.
CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lane BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('write', 'rewrite', 'clear', 'copy', 'toast', 'topic', 'commands')),
    conversation_id BIGINT,
    source_id BIGINT,
    body TEXT,
    offer TEXT,
    target BIGINT,
    query TEXT,
    from_chat BIGINT,
    from_message BIGINT,
    reply_source BIGINT,
    protect BIGINT NOT NULL DEFAULT 0,
    case_id BIGINT,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'held', 'withdrawn', 'failed')),
    maybe_duplicate BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    queued_at BIGINT NOT NULL,
    until BIGINT,
    carried_at BIGINT,
    message_id BIGINT,
    answered_at BIGINT,
    err TEXT
);
CREATE INDEX letter_queued ON letter (lane, rank, id) WHERE state = 'queued';
CREATE INDEX letter_sending ON letter (lane) WHERE state = 'sending';
CREATE INDEX letter_held ON letter (conversation_id) WHERE state = 'held';
CREATE INDEX letter_held_lane ON letter (lane) WHERE state = 'held';
CREATE UNIQUE INDEX letter_message ON letter (lane, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX letter_source ON letter (source_id, lane) WHERE source_id IS NOT NULL;
CREATE INDEX letter_waiting ON letter (conversation_id) WHERE state = 'queued' AND conversation_id IS NOT NULL;
CREATE INDEX letter_carried ON letter (carried_at) WHERE carried_at IS NOT NULL;

-- One row per chat that was ever written to; rank is the best of what waits, or null.
CREATE TABLE lane (
    chat_id BIGINT PRIMARY KEY,
    rank BIGINT,
    not_before BIGINT NOT NULL DEFAULT 0,
    busy BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX lane_ready ON lane (rank, not_before) WHERE busy = 0 AND rank IS NOT NULL;
CREATE INDEX lane_busy ON lane (chat_id) WHERE busy = 1;

CREATE TABLE seen (
    update_id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL
);
CREATE INDEX seen_at ON seen (at);

-- An update that could not be worked on: its id and the class of the error, never its body.
CREATE TABLE set_aside (
    update_id BIGINT PRIMARY KEY,
    class TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- The next moment to look at something. One row per kind and subject.
CREATE TABLE alarm (
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX alarm_due ON alarm (due_at);

CREATE TABLE checkin (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    person_id BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('scheduled', 'sent', 'snoozed', 'partly', 'answered', 'reminded', 'missed', 'cancelled')),
    answers TEXT NOT NULL DEFAULT '[]',
    letter_id BIGINT,
    again BIGINT NOT NULL DEFAULT 0,
    sent_at BIGINT,
    reminded_at BIGINT,
    ended_at BIGINT,
    UNIQUE (conversation_id, person_id, kind, due_on)
);
CREATE INDEX checkin_person ON checkin (person_id, state);
CREATE INDEX checkin_open ON checkin (id) WHERE state IN ('sent', 'partly', 'reminded');

-- When somebody was last prompted, for the prompt budget.
CREATE TABLE prompt (
    person_id BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX prompt_person ON prompt (person_id, at);

CREATE TABLE case_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id BIGINT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('urgent', 'attention', 'routine')),
    conversation_id BIGINT REFERENCES conversation (id),
    person_id BIGINT REFERENCES person (id),
    opened_at BIGINT NOT NULL,
    since BIGINT,
    due_at BIGINT,
    facts TEXT NOT NULL DEFAULT '[]',
    counted_from BIGINT NOT NULL,
    told_until BIGINT,
    owner_id BIGINT REFERENCES person (id),
    acknowledged_at BIGINT,
    snoozed_until BIGINT,
    nudged_at BIGINT,
    resolved_at BIGINT,
    resolved_by BIGINT REFERENCES person (id),
    outcome TEXT,
    thread BIGINT
);
CREATE INDEX case_open ON case_file (programme_id, opened_at) WHERE resolved_at IS NULL;
CREATE INDEX case_conversation ON case_file (conversation_id) WHERE resolved_at IS NULL;
CREATE INDEX case_person ON case_file (person_id) WHERE resolved_at IS NULL;

-- Where a case's card hangs, to be edited in place.
CREATE TABLE card (
    case_id BIGINT NOT NULL REFERENCES case_file (id),
    chat_id BIGINT NOT NULL,
    letter_id BIGINT NOT NULL,
    PRIMARY KEY (case_id, chat_id)
);
CREATE INDEX card_chat ON card (chat_id);

-- The bot's place in groups; the programme whose lead asked to link it.
CREATE TABLE group_chat (
    chat_id BIGINT PRIMARY KEY,
    programme_id BIGINT REFERENCES programme (id),
    inside BIGINT NOT NULL,
    topics BIGINT NOT NULL,
    pin BIGINT NOT NULL,
    del BIGINT NOT NULL,
    forum BIGINT NOT NULL
);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    person_id BIGINT,
    action TEXT NOT NULL,
    subject BIGINT
);
