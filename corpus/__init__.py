"""Sample plans about places that do not exist, and the renderer that lays them out.

A folder holds `source.yml` (what we wrote), the three files an office would print from it
(`plan.txt`, `plan.docx`, `plan.pdf`), `gold.json` (what a careful person reads in it) and
`meta.yml` (what it is there for). `family.yml` tells what was planted in the family of three.
"""
