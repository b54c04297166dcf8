"""From a plan record to the start of a tracker's campaign.

In: a plan, the day after which recurrences are told, and the measures of its targets. Out: a
`Campaign`. The same plan gives the same campaign on every run: nothing is taken from the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import structs

from extractor.campaign.awards import awards_of
from extractor.campaign.calendar_events import events_of
from extractor.campaign.evidence import Linker
from extractor.campaign.holding import tasks_of_windows
from extractor.campaign.indicators import indicators_of
from extractor.campaign.model import Campaign, PlanRef
from extractor.campaign.names import slug, stable_id
from extractor.campaign.offices import Offices, add_units, recipients
from extractor.campaign.people import people_of
from extractor.campaign.references import references_of
from extractor.campaign.run import frame_of, phases_of, run_of
from extractor.campaign.tasks import tasks_of
from extractor.campaign.to_decide import to_decide
from extractor.campaign.uris import uri
from extractor.plan.model import Plan

_LONGEST = 80  # characters of a slug


def campaign_of(
    plan: Plan, as_of: date | None = None, measures: Mapping[str, str] | None = None
) -> Campaign:
    """The campaign that `plan` begins; `measures` maps a target's id to a canonical measure."""
    link, offices = Linker(plan), Offices()
    run = run_of(plan, link)
    frame = frame_of(plan, run, as_of)
    held = tasks_of_windows(plan)
    issuer = offices.issuer(plan, link)
    add_units(offices, plan, link)
    campaign = Campaign(
        id=_id(plan),
        slug=_slug(plan),
        name=plan.document.title,
        theme=plan.document.theme,
        as_of=frame.as_of.isoformat() if frame.as_of else None,
        plan=_plan(plan),
        run=run,
        phases=phases_of(plan, link),
        indicators=indicators_of(plan.targets, link, measures or {}),
        tasks=tasks_of(plan, held, offices, frame, link),
        calendar=events_of(plan, held, offices, frame, link),
        awards=awards_of(plan.awards, offices, link),
        people=people_of(plan, issuer, link),
        recipients=recipients(offices, plan, link),
        offices=offices.all(),
        references=references_of(plan, link),
    )
    return structs.replace(campaign, to_decide=to_decide(plan, campaign))


def _plan(plan: Plan) -> PlanRef:
    facts, origin = plan.document, plan.origin
    return PlanRef(
        type=facts.type,
        number=facts.number,
        date=facts.date,
        place=facts.place,
        title=facts.title,
        uri=uri(facts.type, facts.issuer.name, facts.date, facts.number, facts.title),
        text_sha256=plan.text_sha256 or None,
        file_sha256=origin.id if origin else None,
        file_name=origin.name if origin else None,
    )


def _names(plan: Plan) -> tuple[str | None, ...]:
    facts = plan.document
    return facts.issuer.name, facts.number, facts.date, facts.title


def _id(plan: Plan) -> str:
    # A document that names itself in no way is known by its text.
    names = _names(plan)
    return stable_id("K", *names) if any(names) else stable_id("K", plan.text_sha256)


def _slug(plan: Plan) -> str:
    return slug(" ".join(filter(None, _names(plan))), _LONGEST) or _id(plan).lower()
