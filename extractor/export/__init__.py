"""A plan in the forms of other programs: workbook, tables, calendar, page, trackers."""
