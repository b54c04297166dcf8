"""Words as data: closed vocabularies in YAML, with the examples that prove them."""
