"""Errors that stop the reading of one file: typed, each with what to do next.

Everything else that goes wrong is a warning in the record. `message` is Vietnamese, for the clerk
who sees it; the class and `code` are for the program that catches it: `UnreadableFile("Tệp rỗng.")`
has code `unreadable_file`.
"""

from __future__ import annotations


class KehoachError(Exception):
    """Base of every error that this package raises on purpose."""

    code = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnreadableFile(KehoachError):
    """The file is missing, empty, locked by a password, or broken."""

    code = "unreadable_file"


class UnsupportedFormat(KehoachError):
    """The file's content is of a kind that this installation does not read."""

    code = "unsupported_format"


class MissingComponent(KehoachError):
    """A program that the file's format needs is not installed."""

    code = "missing_component"


class InvalidRecord(KehoachError):
    """A record does not hold to the schema; `path` says where."""

    code = "invalid_record"

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


class LexiconError(KehoachError):
    """A lexicon file breaks its schema, collides, or fails its own examples."""

    code = "lexicon_error"
