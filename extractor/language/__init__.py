"""Vietnamese text as words: a tokenizer that keeps document numbers whole, and word groups."""
