"""What was read of a guide, one line a block, as a person would write it down."""

from guidance.document import Block, Kind
from guidance.reading import read_octets


def told(content: str | bytes, name: str = "guide.txt") -> list[str]:
    """The blocks of a guide: `# heading`, `1. item`, `- item`, `column=cell`, or a paragraph."""
    octets = content.encode() if isinstance(content, str) else content
    return [_told(block) for block in read_octets(name, octets).blocks]


def html(body: str) -> list[str]:
    """The blocks of a page with this body."""
    return told(f"<!DOCTYPE html><html><body>{body}</body></html>", "guide.html")


def markdown(content: str) -> list[str]:
    """The blocks of a Markdown file."""
    return told(content, "guide.md")


def _told(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return "#" * block.level + " " + block.text.value
    if block.kind is Kind.ITEM:
        mark = "-" if block.number is None else f"{block.number}."
        return "  " * (block.level - 1) + f"{mark} {block.text.value}"
    if block.kind is Kind.ROW:
        pairs = zip(block.columns, block.cells, strict=True)
        return " | ".join(f"{column}={cell.value}" for column, cell in pairs)
    return block.text.value
