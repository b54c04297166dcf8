"""A tokenizer for spaCy that keeps what Vietnamese administrative text writes as one.

`Tokenizer(nlp.vocab)("Số 152/2025/NĐ-CP: đạt 95%")` gives "Số", "152/2025/NĐ-CP", ":", "đạt",
"95%". Whole stay document numbers (41-CT/TW), percentages, dates (01/01/2026), numbers (4.758,5).
The text of the Doc is the text that went in: what no blank covers is a token of white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\d+(?:\.\d+)?[^\W_]{0,8}(?:[/\-–][^\W_]+)*[/\-–][^\W\d_][^\W_]*(?:[/\-–][^\W_]+)*"  # 41-CT/TW
    r"|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}(?!\w)"  # 01/01/2026
    r"|\d+/\d+(?:/\d+)*"  # 06/2026, 13/13
    r"|\d+(?:[.,]\d+)*(?:%|‰)?(?!\w)"  # 4.758,5 and 95%
    r"|[^\W_]+"
    r"|\s+"
    r"|."
)

TEXT = "kehoach_text"  # key in `doc.user_data` of the text as it went in


class Tokenizer:
    """What `nlp.tokenizer` has to be: text in, Doc out; nothing to save, nothing to train."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for token in tokens(text):
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                token = token[1:]
            if token:
                words.append(token)
                spaces.append(False)
        doc = Doc(self.vocab, words=words, spaces=spaces)
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


def tokens(text: str) -> Iterator[str]:
    """The tokens of `text`; joined they are `text` again."""
    for match in _TOKEN.finditer(text):
        yield match.group()
