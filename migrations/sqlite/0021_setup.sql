-- The host country whose help numbers a lead has confirmed, by its code, who is responsible for the data, and since when it
-- was asked whether all of it still holds. Leads of programmes of before are asked as soon as the program starts; until they
-- answer 112 is shown alone.
ALTER TABLE programme ADD COLUMN country TEXT;
ALTER TABLE programme ADD COLUMN responsible TEXT;
ALTER TABLE programme ADD COLUMN asked_at BIGINT;
INSERT INTO alarm (kind, subject, due_at) SELECT 'holds', id, 0 FROM programme WHERE set_up_at IS NOT NULL;
