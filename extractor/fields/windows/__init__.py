"""Time windows: the plan's run, its phases and milestones, when reports and award files are
due."""

from extractor.fields.windows.read import read_windows

__all__ = ["read_windows"]
