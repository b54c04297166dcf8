"""Who signed the plan, as a person of the campaign.

In: a plan. Out: one `Person` with post and capacity, or none where neither name nor post is read.
"""

from __future__ import annotations

from extractor.campaign.evidence import Linker
from extractor.campaign.model import Party, Person
from extractor.campaign.names import name_key, stable_id
from extractor.plan.model import Plan


def people_of(plan: Plan, issuer: Party | None, link: Linker) -> tuple[Person, ...]:
    """The signer."""
    signer, evidence = plan.document.signer, plan.document.evidence
    if not (signer.name or signer.position):
        return ()
    read = (evidence.get(f"signer.{part}") for part in ("name", "position", "capacity"))
    return (
        Person(
            id=stable_id("P", name_key(signer.name or ""), name_key(signer.position or "")),
            name=signer.name,
            position=signer.position,
            capacity=signer.capacity,
            office=issuer.office if issuer else None,
            evidence=tuple(one for item in read for one in link.of(item)),
        ),
    )
