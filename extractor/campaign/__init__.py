"""The start of a tracker's campaign, from a plan record: what to follow, who does it, by when."""
