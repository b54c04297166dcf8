"""Plans held against each other: alignment, verdicts, matrix and cascade, from records alone."""
