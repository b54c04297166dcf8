"""Pages that are pictures: scans in a PDF, and files of pictures, read by tesseract.

`sheets` reads pages two at a time, `page` one picture; what a single look at a picture gets wrong,
the other modules look at again: lines, numbers, Roman numerals and signs, letterhead, foot.
"""
