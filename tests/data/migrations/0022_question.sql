UPDATE person SET question = (SELECT MAX(id) FROM letter) WHERE id = (SELECT MIN(id) FROM person);
