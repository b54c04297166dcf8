"""Why a fact is missed, false or wrong, worked out from the plan's outline and mentions.

In: a scene and an error. Out: one of `CAUSES`, which says what each means. Of several wrong details
the first cause in their order counts.
"""

from __future__ import annotations

from evaluation.entries import Error
from evaluation.match import Record
from evaluation.mentioned import DATE_FIELDS, NUMBER_FIELDS, mentioned, value_seen
from evaluation.policy import POLICY
from evaluation.scene import Scene
from evaluation.scopes import in_scope, right_part, same_context
from evaluation.wording import token_f1
from extractor.span import Span

CAUSES = {
    "reading": "the file was not read, or its text does not hold the quote, or holds it cut up",
    "recogniser": "no mention at the place has the number, date or document",
    "outline": "the place is taken for another part of the document or another kind of section",
    "scope": "the section is not read for such facts, or is read although it states none",
    "lexicon": "place and mentions are right: a word that decides is unknown, or known too widely",
    "boundary": "the fact is there, its text begins or ends elsewhere",
    "contract": "the answer's text stands nowhere as it is: how to write it is a convention",
}
_ORDER = tuple(CAUSES)
# Fields that hang on where a fact stands.
_PLACED = {"context": "outline", "by": "scope"}
_SHARED = 0.3  # token F1 at which two texts at one place are versions of one


def cause_of(scene: Scene, section: str, error: Error) -> str:
    """The cause of one error of a plan that was read."""
    if error.gold is None:
        assert error.found is not None
        return _false(scene, section, error.found)
    if error.found is None:
        return _missed(scene, section, error.gold)
    fields = POLICY.sections[section].fields
    wrong = [key for key in error.differs if fields[key].mission is not None]
    causes = {_wrong(scene, section, key, error.gold, error.found) for key in wrong}
    return min(causes, key=_ORDER.index)


def _missed(scene: Scene, section: str, gold: Record) -> str:
    place = scene.place_of(section, gold)
    if place is None:
        return _without_place(scene, section, gold)
    if scene.is_cut(place):
        return "reading"
    rival = _rival(scene, section, gold, place)
    if rival is not None:
        return "boundary" if _same_numbers(section, gold, rival) else "recogniser"
    if mentioned(scene, section, gold, place) is False:
        return "recogniser"
    if not right_part(scene, section, gold, place) or not same_context(scene, gold, place):
        return "outline"
    return "lexicon" if in_scope(scene, section, place) else "scope"


def _without_place(scene: Scene, section: str, gold: Record) -> str:
    """An answer whose quote is not in the text: quotes must be there, what is worked out not."""
    if gold.get("quote") or section in ("recipients", "dossier"):
        return "reading"
    return "recogniser" if section == "citations" else "contract"


def _rival(scene: Scene, section: str, gold: Record, place: Span) -> Record | None:
    """A false find at the place of a missed answer: the same fact, read otherwise."""
    for found in scene.sections[section].false:
        source = scene.source_of(section, found)
        if source and source.overlaps(place) and _alike(section, gold, found):
            return found
    return None


def _alike(section: str, gold: Record, found: Record) -> bool:
    """Whether two facts at one place may be versions of one: by a number or by their words."""
    if gold.get("value") is not None:
        return bool(gold["value"] == found.get("value"))
    words = [key for key, field in POLICY.sections[section].fields.items() if field.kind == "text"]
    texts = [(str(gold[key]), str(found[key])) for key in words if gold.get(key) and found.get(key)]
    return not words or any(token_f1(one, other) >= _SHARED for one, other in texts)


def _same_numbers(section: str, gold: Record, found: Record) -> bool:
    fields = POLICY.sections[section].fields
    keys = (key for key in (*NUMBER_FIELDS, "start", "end", "date", "number") if key in fields)
    return all(gold.get(key) == found.get(key) for key in keys if key != "unit")


def _false(scene: Scene, section: str, found: Record) -> str:
    source = scene.source_of(section, found)
    if source is None:
        return "contract"
    for gold in scene.sections[section].missed:
        place = scene.place_of(section, gold)
        if place and place.overlaps(source) and _alike(section, gold, found):
            return "boundary" if _same_numbers(section, gold, found) else "recogniser"
    if any(
        place.overlaps(source) and _alike(section, gold, found)
        for _, gold, place in scene.answers(section)
    ):
        return "boundary"  # a part of a fact that was found, or the same said twice
    return "lexicon" if _states_such(scene, section, source) else "scope"


def _states_such(scene: Scene, section: str, source: Span) -> bool:
    """Whether the answers have facts of this kind in the same section of the document."""
    top = scene.top(source)
    return any(scene.top(place) == top for _, _, place in scene.answers(section))


def _wrong(scene: Scene, section: str, field: str, gold: Record, found: Record) -> str:
    place = scene.place_of(section, gold) or scene.source_of(section, found)
    if field in _PLACED and not (field == "by" and _stated(scene, field, gold, place)):
        return _PLACED[field]
    if field in (*NUMBER_FIELDS, *DATE_FIELDS):
        return "lexicon" if _stated(scene, field, gold, place) else "recogniser"
    kind = POLICY.sections[section].fields[field].kind
    if kind in ("closed", "set") or not gold.get(field) or not found.get(field):
        return "lexicon"
    return "boundary" if scene.find(str(gold[field])) else "contract"


def _stated(scene: Scene, field: str, gold: Record, place: Span | None) -> bool:
    """Whether a mention has the value; where the answer has none, there is nothing to see."""
    return gold.get(field) is None or (place is not None and value_seen(scene, field, gold, place))
