"""The outline: from blocks to parts (letterhead, preamble, body, foot, annex) and to sections.

`tree.build(document)` gives the `Outline`; `head` and `foot` find the parts; `markers`, `titles`
and `topics` read single lines.
"""
