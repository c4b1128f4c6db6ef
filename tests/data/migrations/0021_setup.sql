-- Rows as the release with migration 21 left them: a lead has confirmed the numbers of her country, and is asked again.
UPDATE programme SET country = 'it', asked_at = 1772000000000, responsible = 'Casa Ana, data@casaana.example',
    answered = '["name","languages","language","zone","country","rhythm","first","second","outside","on_call","responsible","helplines"]'
    WHERE id = 1;
