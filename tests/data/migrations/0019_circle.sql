-- Rows as the release with migration 19 left them: Amina is to come into Nadia's pair, and Tomás has said that it is all right.
UPDATE agreement SET reply = 'accepted' WHERE member_id = 2;
