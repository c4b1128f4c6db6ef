-- What waits in a conversation is found among what waits at all.
DROP INDEX letter_waiting;
