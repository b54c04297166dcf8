"""A tokenizer for spaCy that keeps what Vietnamese administrative text writes as one.

`Tokenizer(nlp.vocab)("Số 152/2025/NĐ-CP: đạt 95%")` gives "Số", "152/2025/NĐ-CP", ":", "đạt",
"95%". Whole stay document numbers (41-CT/TW), percentages, dates (01/01/2026), numbers (4.758,5).
The text of the Doc is the text that went in: what no blank covers is a token of white space.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"("
    r"\d+(?:\.\d+)?[^\W_]{0,8}(?:[/\-–][^\W_]+)*[/\-–][^\W\d_][^\W_]*(?:[/\-–][^\W_]+)*"  # 41-CT/TW
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?!\w)"  # 01/01/2026
    r"|\d+/\d+(?:/\d+)*"  # 06/2026, 13/13
    r"|\d+(?:[.,]\d+)*(?:%|‰)?(?!\w)"  # 4.758,5 and 95%
    r"|[^\W_]+"
    r"|[^\s\w]|_"
    r")( ?)"  # the blank behind a token is its own, as spaCy counts
    r"|(\s+)"
)
TEXT = "kehoach_text"  # key in `doc.user_data` of the text as it went in


class Tokenizer:
    """What `nlp.tokenizer` has to be: text in, Doc out; nothing to save, nothing to train."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        parts = tokens(text)
        doc = Doc(
            self.vocab,
            words=[word for word, _ in parts],
            spaces=[blank for _, blank in parts],
        )
        doc.user_data[TEXT] = text
        return doc

    def to_bytes(self, **kwargs: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Tokenizer:
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: str | Path, **kwargs: Any) -> Tokenizer:
        return self


def tokens(text: str) -> list[tuple[str, bool]]:
    """The tokens of `text`, each with whether one blank follows; joined they are `text` again."""
    return [(word or white, bool(blank)) for word, blank, white in _TOKEN.findall(text)]
