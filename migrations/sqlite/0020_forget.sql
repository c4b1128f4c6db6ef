-- Unfounded cases of which more is left than their dates, because a pair is still stopped: what is looked at whenever one is
-- opened or ended.
CREATE INDEX case_to_forget ON case_file (id)
    WHERE outcome = 'unfounded' AND (conversation_id IS NOT NULL OR facts <> '[]' OR meant <> '[]'
        OR person_id IS NOT NULL AND kind NOT IN ('unsafe', 'team'));
CREATE INDEX named_pair_conversation ON named_pair (conversation_id);
