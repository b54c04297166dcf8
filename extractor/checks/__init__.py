"""What a careful auditor flags in one plan, from its record and the text that the record carries.

`check_plan(plan)` gives findings in the order of the page, each with its rule, a quote, its place
and what the rule rests on. Rules say nothing where they are not sure.
"""

from extractor.checks.model import Finding, Rule, Severity
from extractor.checks.run import RULES, check_plan

__all__ = ["RULES", "Finding", "Rule", "Severity", "check_plan"]
