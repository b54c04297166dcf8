"""What a long PDF costs: peak memory of a process that reads 500 pages, and milliseconds a page.

`python -m evaluation.bench_memory` prints the peak of a process that only loads the libraries, of
one that reads the pages into a document, and of one that makes the record. Pages are those of the
sample plans, with letters and tables, one plan after the other. In a process of its own each, so
that one's peak is not another's.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pypdfium2

from corpus.render import HERE, names

PAGES = 500
_KILO = 1024
_LOAD = "import sys, extractor.pipeline, extractor.reading.pdf, underthesea, pdfplumber; "
_READ = "document = extractor.pipeline.read(open(sys.argv[1], 'rb').read()); "
_WARM = "extractor.pipeline.extract('KẾ HOẠCH\\nĐạt 90%'.encode()); "
STEPS = (
    ("the libraries alone", _LOAD + _WARM),
    ("pages → document", _LOAD + _READ),
    ("pages → record", _LOAD + _READ + "extractor.pipeline.extract(document)"),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Peak memory in megabytes, and seconds of the processor, of a process with its children."""

    megabytes: float
    seconds: float


def long_pdf(pages: int = PAGES) -> bytes:
    """The sample plans as one PDF of so many pages."""
    whole, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    for name in cycle(names()):
        with pypdfium2.PdfDocument(HERE / name / "plan.pdf") as plan:
            left = pages - len(whole)
            whole.import_pages(plan, list(range(min(left, len(plan)))))
        if len(whole) >= pages:
            break
    whole.save(out)
    return out.getvalue()


def cost(code: str, path: Path) -> Cost:
    """What a process costs that runs `code` with a path. Asked once a process: peaks only rise."""
    program = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, '-c', sys.argv[1], sys.argv[2]], check=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_maxrss, used.ru_utime + used.ru_stime)"
    )
    words = [sys.executable, "-c", program, code, str(path)]
    peak, seconds = subprocess.run(words, capture_output=True, check=True).stdout.split()
    unit = _KILO if sys.platform == "darwin" else 1
    return Cost(int(peak) / _KILO / unit, float(seconds))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        path.write_bytes(long_pdf())
        print(f"{PAGES} pages, {path.stat().st_size / 1e6:.1f} MB")
        before = 0.0
        for name, code in STEPS:
            found = cost(code, path)
            apiece = (found.seconds - before) * 1000 / PAGES if before else 0.0
            before = before or found.seconds
            print(f"{name:<22}{found.megabytes:7.0f} MB{apiece:9.1f} ms a page")


if __name__ == "__main__":
    main()
