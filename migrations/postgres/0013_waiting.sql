-- Whoever waits for a guardian is asked herself now, and whoever was asked at 18 also about reading along. A moment that
-- has passed: it is looked at as soon as the program starts, and asked in the hours of day of whoever it is.
INSERT INTO alarm (kind, subject, due_at)
SELECT 'paper', id, 0 FROM person WHERE standing = 'awaiting_guardian'
ON CONFLICT (kind, subject) DO NOTHING;

INSERT INTO alarm (kind, subject, due_at)
SELECT 'eighteen', id, 0 FROM person WHERE profile LIKE '%"of_18":{%' AND standing <> 'left'
ON CONFLICT (kind, subject) DO NOTHING;
