"""Recognisers: citations, dates, quantities and organisations as mentions with their place."""
