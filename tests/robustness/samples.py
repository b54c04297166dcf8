"""The sample plans by format: what mutants are made of.

`samples()` gives bytes by suffix, `{".txt": [...], ".docx": [...]}`; web pages, Markdown, old Word
and pictures are made of the texts.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from corpus.fonts import serif
from tests.reading.office_files import odt, rtf, saved_as

ROOT = Path(__file__).parents[2]
QUICK = (".txt", ".docx", ".html", ".md")  # of which a second reads many
_HEADING = re.compile(r"^(?:[IVX]{1,4}\.|KẾ HOẠCH)", re.MULTILINE)
_ITEM = re.compile(r"^-", re.MULTILINE)


def quick() -> dict[str, list[bytes]]:
    """The formats that are read without another program, but PDF."""
    texts = [path.read_bytes() for path in sorted((ROOT / "corpus").glob("*/plan.txt"))]
    return {
        ".txt": texts,
        ".docx": [path.read_bytes() for path in sorted((ROOT / "corpus").glob("*/plan.docx"))],
        ".html": [_page(text) for text in texts],
        ".md": [_markdown(text.decode()).encode() for text in texts],
    }


def samples() -> dict[str, list[bytes]]:
    """Every format; LibreOffice is asked once for a .doc."""
    found = quick()
    found[".pdf"] = [path.read_bytes() for path in sorted((ROOT / "corpus").glob("*/plan.pdf"))]
    lines = found[".txt"][0].decode().splitlines()[:40]
    found[".rtf"] = [rtf(*lines)]
    found[".odt"] = [odt("".join(f"<text:p>{line}</text:p>" for line in lines))]
    with tempfile.TemporaryDirectory() as folder:
        found[".doc"] = [saved_as(found[".docx"][0], "doc", Path(folder))]
    page = _picture(lines[:4])
    found[".png"], found[".tif"] = [_saved([page], "PNG")], [_saved([page, page], "TIFF")]
    return found


def _page(text: bytes) -> bytes:
    rows = b"\n".join(b"<p>" + line + b"</p>" for line in text.split(b"\n"))
    return b"<html><body>\n<div>\n" + rows + b"\n</div></body></html>"


def _markdown(text: str) -> str:
    marked = _ITEM.sub("*", _HEADING.sub(lambda found: f"## {found[0]}", text))
    return marked.replace("UBND", "**UBND**").replace("Căn cứ", "_Căn cứ_")


def _picture(lines: list[str]) -> Image.Image:
    """A strip of a page, small enough to be read in half a second."""
    sheet = Image.new("L", (900, 60 + 50 * len(lines)), 255)
    font, draw = ImageFont.truetype(str(serif().regular), 28), ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((30, 30 + 50 * number), line[:50], fill=0, font=font)
    return sheet


def _saved(pages: list[Image.Image], kind: str) -> bytes:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    pages[0].save(buffer, kind, dpi=(200, 200), **more)
    return buffer.getvalue()
