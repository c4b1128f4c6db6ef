-- The safeguarding group: reports and supervised copies go there, or to the lead while there is none.
ALTER TABLE programme ADD COLUMN safe_chat BIGINT;
-- Kinds of messages whose copies their readers cannot pass on.
ALTER TABLE programme ADD COLUMN protect TEXT NOT NULL DEFAULT '["photo","video","voice","video_note"]';

-- The team reads along: not, its members are asked, or all have agreed.
ALTER TABLE conversation ADD COLUMN supervised TEXT NOT NULL DEFAULT 'no' CHECK (supervised IN ('no', 'asked', 'yes'));
-- When a member agreed, and the letter that is pinned in her chat.
ALTER TABLE member ADD COLUMN watched_at BIGINT;
ALTER TABLE member ADD COLUMN pinned BIGINT;

-- Where copies of a supervised pair, or a report, are read. Without topics a room has no thread; 0: it is being made.
CREATE TABLE room (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id BIGINT NOT NULL,
    conversation_id BIGINT UNIQUE REFERENCES conversation (id),
    case_id BIGINT UNIQUE REFERENCES case_file (id),
    thread BIGINT,
    read_to BIGINT NOT NULL DEFAULT 0,
    unread_since BIGINT
);
CREATE INDEX room_chat ON room (chat_id);
ALTER TABLE letter ADD COLUMN room_id BIGINT;
CREATE INDEX letter_room ON letter (room_id, id) WHERE room_id IS NOT NULL;
