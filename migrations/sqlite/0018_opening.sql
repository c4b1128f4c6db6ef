-- What only its writer's own yes lets go, of a conversation that is opened again.
CREATE INDEX source_danger ON source (conversation_id) WHERE danger = 1;
