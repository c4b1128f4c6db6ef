-- Rows as the release with migration 21 left them: a lead has confirmed the numbers of her country.
UPDATE programme SET country = 'it', responsible = 'Casa Ana, data@casaana.example',
    answered = '["name","languages","language","zone","country","rhythm","first","second","outside","on_call","responsible","helplines"]'
    WHERE id = 1;
