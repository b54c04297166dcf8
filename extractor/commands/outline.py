"""`kehoach outline`: how the document was cut into parts and sections, before any fact is read.

In: a document. Out: one line a block of the head and the foot (`[letterhead] …`), one indented
line a section or paragraph of the body, with its topic: `  1. Mục tiêu cụ thể  [targets]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from extractor.commands.ending import guarded
from extractor.commands.loading import load_bytes, shown_name

if TYPE_CHECKING:
    from extractor.outline.model import Node, Outline

_SHOWN = 100  # characters of a block that one line shows


@click.command(short_help="Bố cục của văn bản. / Parts and sections of a document.")
@click.argument("path", metavar="PATH")
@click.pass_context
def outline(context: click.Context, path: str) -> None:
    """Cho thấy văn bản được chia thành phần, mục thế nào.

    Show how a document was cut into parts and sections.
    """
    with guarded(path, context):
        data = load_bytes(path)
        from extractor import pipeline

        document = pipeline.read(data, name=shown_name(path))
        for line in lines(pipeline.outline(document)):
            click.echo(line)


def lines(found: Outline) -> Iterator[str]:
    """The outline, one line a block, in the order of the document."""
    nodes = {node.block.index: node for node in found.nodes}
    for block, part in zip(found.document.blocks, found.parts, strict=True):
        node = nodes.get(block.index)
        if node is not None:
            yield _node(found, node)
        elif block.text.strip():
            ruled = block.cell is not None and not block.cell.borderless
            yield f"[{'table' if ruled else part.value}] {_short(block.text)}"


def _node(found: Outline, node: Node) -> str:
    indent = "  " * sum(1 for _ in found.ancestors(node))
    topic = f"  [{node.topic.value}]" if node.own_topic and node.topic else ""
    return f"{indent}{_short(node.block.text)}{topic}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
