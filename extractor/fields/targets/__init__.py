"""Targets: every measurable commitment, from sentences, lists and tables."""

from extractor.fields.targets.read import read_targets

__all__ = ["read_targets"]
