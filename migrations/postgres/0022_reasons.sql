-- One list of reasons for an end (life §9). Whoever left did so for a reason of her own.
UPDATE conversation SET end_reason = CASE end_reason
        WHEN 'planned' THEN 'goals'
        WHEN 'mentee_silent' THEN 'no_contact_mentee'
        WHEN 'mentor_silent' THEN 'no_contact_mentor'
        ELSE 'other' END
    WHERE end_reason IN ('planned', 'mentee_silent', 'mentor_silent', 'left');

-- What waits in a conversation is found among what waits at all.
DROP INDEX letter_waiting;
