-- Topics in private chats, where they are switched on: one for each conversation of an account that has several. Without
-- a thread it is being made, or was lost.
CREATE TABLE topic (
    chat_id BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL,
    thread BIGINT,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, conversation_id)
);
CREATE UNIQUE INDEX topic_thread ON topic (chat_id, thread) WHERE thread IS NOT NULL;
