"""A small trained text classifier: the roles of a passage, by spaCy on one processor core.

In: `Sample`s (words and roles). Out: `train(samples, kind)` gives a `Model`; `model.shares(words)`
the share for each role, in the order of ROLES. Nothing is downloaded, the seed is fixed: the same
samples give the same figures.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from evaluation.trained_roles import ROLES

SEED = 7
PIPE = "textcat_multilabel"
_LENGTH = 1 << 14  # hashed features of the bag of words
_BATCH = 32
_LONGEST = 80  # words of a passage; a role shows at its beginning

_BAG: dict[str, Any] = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 2,
    "no_output_layer": False,
    "length": _LENGTH,
}
_CNN: dict[str, Any] = {
    "@architectures": "spacy.TextCatEnsemble.v2",
    "linear_model": {**_BAG},
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 48,
            "rows": [2000, 1000],
            "attrs": ["NORM", "SHAPE"],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 48,
            "window_size": 1,
            "maxout_pieces": 2,
            "depth": 2,
        },
    },
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of model: its architecture, how often it sees the samples, whether it sees marks.

    `together` plans are left out at once: of a model that is slow to train, more than one.
    """

    name: str
    architecture: dict[str, Any]
    rounds: int
    marks: bool
    together: int

    def seen(self, words: tuple[str, ...], marks: tuple[str, ...]) -> tuple[str, ...]:
        """What the model sees of a passage."""
        return words[:_LONGEST] + (marks if self.marks else ())


WORDS = Kind("words", _BAG, rounds=4, marks=False, together=5)
MARKED = Kind("words and marks", _BAG, rounds=4, marks=True, together=1)
NETWORK = Kind("network", _CNN, rounds=3, marks=True, together=5)
KINDS = (WORDS, MARKED, NETWORK)


@dataclass(frozen=True, slots=True)
class Sample:
    """The words of a passage and its roles."""

    words: tuple[str, ...]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Model:
    """A trained pipeline of one component."""

    nlp: Language

    def shares(self, passages: Sequence[tuple[str, ...]]) -> list[tuple[float, ...]]:
        """How likely each passage has each role, in the order of ROLES."""
        docs = [_doc(self.nlp, words) for words in passages]
        component: Any = self.nlp.get_pipe(PIPE)
        return [tuple(doc.cats[role] for role in ROLES) for doc in component.pipe(docs)]

    @property
    def size(self) -> int:
        """Bytes of the trained component as it would be kept."""
        component: Any = self.nlp.get_pipe(PIPE)
        return len(component.to_bytes())


def train(samples: Iterable[Sample], kind: Kind, seed: int = SEED) -> Model:
    """Train anew from the samples."""
    fix_random_seed(seed)
    nlp = spacy.blank("xx")
    nlp.add_pipe(PIPE, config={"model": kind.architecture})
    examples = [_example(nlp, sample) for sample in samples]
    optimizer = nlp.initialize(lambda: examples)
    shuffled = random.Random(seed)
    for _ in range(kind.rounds):
        shuffled.shuffle(examples)
        for start in range(0, len(examples), _BATCH):
            nlp.update(examples[start : start + _BATCH], sgd=optimizer, drop=0.2)
    return Model(nlp)


def _doc(nlp: Language, words: Sequence[str]) -> Doc:
    return Doc(nlp.vocab, words=list(words) or [""])


def _example(nlp: Language, sample: Sample) -> Example:
    cats = {role: float(role in sample.roles) for role in ROLES}
    return Example.from_dict(_doc(nlp, sample.words), {"cats": cats})
