"""The wordings of tasks as patterns over a view: cues, plain nouns, and what counts as a verb."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import bounded, load
from extractor.view import view


@cache
def cue(*names: str) -> re.Pattern[str]:
    """The wordings of these entries of `task_cues.yml` as whole words, the longest first."""
    return re.compile(bounded(words(*names)))


@cache
def words(*names: str) -> str:
    """The wordings of these entries as one alternation without boundaries."""
    entries = load("task_cues").by_id
    aliases = [alias for name in names for alias in entries[name].aliases]
    aliases.sort(key=len, reverse=True)
    return "|".join(re.escape(view(alias)).replace(r"\ ", " +") for alias in aliases)


@cache
def noun(kind: str) -> re.Pattern[str]:
    """The words of `task_nouns.yml` with a value `kind`: joining, topic, nameless, no_verb."""
    return re.compile(bounded(load("task_nouns").some(**{kind: True})))


def is_verb(viewed: str, at: int) -> bool:
    """Whether a verb of tasks begins at `at` of a view: "xây dựng kế hoạch", not "dự án"."""
    if noun("no_verb").match(viewed, at):
        return False
    return load("verbs").at(viewed, at) is not None or load("task_verbs").at(viewed, at) is not None
