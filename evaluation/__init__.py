"""How well the extractor reads: predict, score, report and compare as separate steps.

In: plans with a hand-made answer (`corpus/*/gold.json`, and labelled plans beside the checkout
where there are any). Out: prediction files, `score.json`, a page of errors, gains and losses
against a committed baseline.
"""
