-- Nothing to do: SQLite has a `jsonb_each` of its own.
SELECT 1;
