"""Awards: quotas, forms, criteria, funding and dossier, from the part of the plan on awards."""

from extractor.fields.awards.read import read_awards

__all__ = ["read_awards"]
