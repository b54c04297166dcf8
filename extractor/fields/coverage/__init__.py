"""Coverage: for each section of a record, whether its facts were found, are absent, or unread."""

from extractor.fields.coverage.read import read_coverage

__all__ = ["read_coverage"]
