"""Warnings: what a person should look at, each with a code, a Vietnamese message and its place."""

from extractor.fields.warnings.read import read_warnings

__all__ = ["read_warnings"]
