INSERT INTO group_account (chat_id, account, presence, looked_at) VALUES (-100700, 11, 'outside', 1700000000000);
