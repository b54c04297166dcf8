"""The outline: from blocks to parts (letterhead, preamble, body, foot, annex) and a tree of sections."""
