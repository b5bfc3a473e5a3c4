"""Small PDFs, written by hand: their letters are those of a font that every reader has itself."""

from collections.abc import Sequence
from dataclasses import dataclass

_FONT = [
    "<</Type/Font/Subtype/Type0/BaseFont/HeiseiKakuGo-W5/Encoding/UniJIS-UTF16-H"
    "/DescendantFonts[{next} 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiKakuGo-W5/DW 1000/FontDescriptor {next} 0 R"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 5>>>>",
    "<</Type/FontDescriptor/FontName/HeiseiKakuGo-W5/Flags 4/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
]


@dataclass(frozen=True)
class Words:
    """A piece of text on a page: from the left and up from the foot, in points."""

    left: float
    up: float
    text: str
    size: float = 10


def page(lines: Sequence[str], top: float = 800, step: float = 15) -> list[Words]:
    """Lines one below the other; "" leaves one out."""
    return [Words(50, top - index * step, line) for index, line in enumerate(lines) if line.strip()]


def pdf(pages: Sequence[Sequence[Words]], trailer: str = "") -> bytes:
    """A PDF with a page of each list of words."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects += [font.format(next=number) for number, font in enumerate(_FONT, 4)]
    kids = []
    for words in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {len(objects) + 2} 0 R>>"
        )
        objects.append(_stream("".join(map(_shown, words))))
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return _file(objects, trailer)


def picture() -> bytes:
    """A PDF with nothing but one grey pixel, blown up."""
    return _file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
            "/Resources<</XObject<</I 4 0 R>>>>>>",
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
            "/BitsPerComponent 8/Length 1>>stream\n@\nendstream",
            _stream("q 500 0 0 700 50 50 cm /I Do Q"),
        ]
    )


def locked(pages: Sequence[Sequence[Words]]) -> bytes:
    """A PDF that wants a password, which nobody knows."""
    key = "00" * 32
    encryption = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -44>>/ID[<00><00>]"
    return pdf(pages, encryption)


def _shown(words: Words) -> str:
    text = words.text.encode("utf-16-be").hex()
    return f"BT /F {words.size} Tf {words.left} {words.up} Td <{text}> Tj ET\n"


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _file(objects: Sequence[str], trailer: str = "") -> bytes:
    written = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(written)}\n%%EOF\n"
    ).encode("ascii")
