"""The waist of the house: the typed plan record, its JSON form and its ids."""
