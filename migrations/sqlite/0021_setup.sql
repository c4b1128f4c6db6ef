-- The host country whose help numbers a lead has confirmed, by its code, and who is responsible for the data. Nobody has
-- said either of programmes of before: there 112 is shown alone.
ALTER TABLE programme ADD COLUMN country TEXT;
ALTER TABLE programme ADD COLUMN responsible TEXT;
