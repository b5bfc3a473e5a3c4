"""From octets to characters: the encodings that Japanese guides come in.

What is not declared is found out by strict decoding, with the codecs of Python. On 24 pieces of one
sentence or less (half-width kana, digits and single words among them) this finds UTF-8, ISO-2022-JP
and EUC-JP every time and Shift_JIS 21 times: what it misses has nothing but half-width kana, which
may as well be kanji of EUC-JP. `charset-normalizer` 3.4 finds 23, 22, 4 and at most 15.
"""

import codecs
import re
from collections.abc import Callable

from guidance.reading.octets import known_as
from guidance.reading.unreadable import Unreadable, unreadable

UTF_8 = "UTF-8"
UTF_16 = "UTF-16"
SHIFT_JIS = "Shift_JIS"
EUC_JP = "EUC-JP"
ISO_2022_JP = "ISO-2022-JP"

_CODECS = {
    UTF_8: "utf-8",
    UTF_16: "utf-16",
    SHIFT_JIS: "cp932",
    EUC_JP: "euc_jp",
    ISO_2022_JP: "iso2022_jp_ext",  # the only one with half-width kana
}

_LABELS = {
    UTF_8: ["utf8", "unicode11utf8"],
    UTF_16: ["utf16", "utf16le", "utf16be", "unicode"],
    SHIFT_JIS: ["shiftjis", "sjis", "xsjis", "windows31j", "cp932", "ms932", "mskanji"],
    EUC_JP: ["eucjp", "xeucjp", "cseucpkdfmtjapanese"],
    ISO_2022_JP: ["iso2022jp", "csiso2022jp"],
}
_LABELS[SHIFT_JIS].append("csshiftjis")
_BY_LABEL = {label: encoding for encoding, labels in _LABELS.items() for label in labels}

_BOMS = {codecs.BOM_UTF8: UTF_8, codecs.BOM_UTF16_LE: UTF_16, codecs.BOM_UTF16_BE: UTF_16}

_DECLARATION = re.compile(
    rb"""<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})["']"""
    rb"""|<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""How far into a page a declaration may stand; browsers look at 1024 octets."""

_JUDGED = 100_000
"""How many characters are looked at to tell encodings apart."""

_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\([IJ])")
_STRAY = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python reads octets as that are no character of Shift_JIS."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROLS = 0.005


def decoded(name: str, content: bytes) -> tuple[str, str]:
    """The characters of a guide without a byte order mark, and the name of their encoding.

    Raises `Unreadable` for what is no text, for text that no encoding fits, and for a declaration
    that the content does not keep.
    """
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return _strictly(name, content, encoding), encoding
    _refuse_binary(name, content)
    declared = _declared(content)
    if declared is None:
        encoding = _found(name, content)
        return _decode(content, encoding), encoding
    return _as_declared(name, content, *declared)


def _refuse_binary(name: str, content: bytes) -> None:
    known = known_as(content)
    if known is not None:
        raise unreadable(name, f"is {known}; give the guide as text, Markdown, HTML or PDF")
    if b"\0" in content:
        what = "has NUL octets, so it is no text or is UTF-16 without a mark; save it as UTF-8"
        raise unreadable(name, what, _line(content, content.index(b"\0")))
    if len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content):
        raise unreadable(name, "is no text; give the guide as text, Markdown, HTML or PDF")


def _declared(content: bytes) -> tuple[str, int] | None:
    """What a page says of its encoding, and the line on which it does."""
    if not content.lstrip().startswith(b"<"):
        return None
    found = _DECLARATION.search(content[:_DECLARED_WITHIN])
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").strip()
    return label, _line(content, found.start())


def _as_declared(name: str, content: bytes, label: str, line: int) -> tuple[str, str]:
    """Decode a page as it says; raises `Unreadable` when it is something else."""
    encoding = _BY_LABEL.get(re.sub(r"[^a-z0-9]", "", label.lower()), label)
    if encoding == UTF_16:  # which cannot be, for the declaration was read octet by octet
        encoding = UTF_8
    likely = _likely(content)
    if likely == encoding or (content.isascii() and likely == UTF_8):
        return _decode(content, likely), encoding
    if likely is not None and _is_surely(content, likely, encoding):
        what = f"declares {label} but looks like {likely}; mend the declaration"
        raise unreadable(name, what, line)
    try:
        return _decode(content, encoding), encoding
    except LookupError as error:
        what = f"declares {label}, which is no known encoding; save it as UTF-8"
        raise unreadable(name, what, line) from error
    except (UnicodeError, TypeError) as error:
        raise _broken(name, content, encoding if encoding in _CODECS else UTF_8) from error


def _found(name: str, content: bytes) -> str:
    """The encoding of what declares none."""
    likely = _likely(content)
    if likely is not None:
        return likely
    raise _broken(name, content, min((UTF_8, SHIFT_JIS, EUC_JP), key=_losses(content)))


def _likely(content: bytes) -> str | None:
    """The encoding that fits without a fault; of several the one that gives more Japanese."""
    if _ESCAPES.search(content) and _fits(content, ISO_2022_JP):
        return ISO_2022_JP
    if _fits(content, UTF_8):
        return UTF_8
    if _nearly_utf_8(content):
        return None
    fitting = [encoding for encoding in (EUC_JP, SHIFT_JIS) if _fits(content, encoding)]
    return max(fitting, key=lambda each: _japanese(_decode(content, each), each), default=None)


def _is_surely(content: bytes, likely: str, declared: str) -> bool:
    """Whether what seems likelier than the declared encoding is more than a chance fit.

    A few octets of half-width kana, or of accented letters, may well be kanji in another encoding,
    but hardly kana.
    """
    if likely in {UTF_8, ISO_2022_JP}:
        return True
    if declared in _CODECS and not _fits(content, declared):
        return True
    return any("\u3041" <= character <= "\u30fa" for character in _decode(content, likely))


def _fits(content: bytes, encoding: str) -> bool:
    try:
        _decode(content, encoding)
    except UnicodeError:
        return False
    return True


def _nearly_utf_8(content: bytes) -> bool:
    """Whether all but a few characters are UTF-8: then it is damaged, whatever else would fit."""
    text = content.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return sum(character > "\u07ff" for character in text) > 10 * lost


def _japanese(text: str, encoding: str) -> int:
    """How much of a text is what Japanese is written with; the same octets compare."""
    text = text[:_JUDGED]
    kana = sum("\u3041" <= character <= "\u30ff" for character in text)
    kanji = sum(map(_is_common_kanji, text))
    # Two octets each in EUC-JP, and hardly ever there by chance.
    half = sum("\uff61" <= each <= "\uff9f" for each in text) if encoding == EUC_JP else 0
    return 3 * kana + 2 * kanji + 3 * half


def _is_common_kanji(character: str) -> bool:
    """Whether it is among the kanji of level 1."""
    if not "\u4e00" <= character <= "\u9fff":
        return False
    return character.encode("euc_jp", "ignore")[:1] < b"\xd0"


def _losses(content: bytes) -> Callable[[str], int]:
    return lambda encoding: content.decode(_CODECS[encoding], "replace").count("\ufffd")


def _strictly(name: str, content: bytes, encoding: str) -> str:
    try:
        return _decode(content, encoding)
    except UnicodeError as error:
        raise _broken(name, content, encoding) from error


def _broken(name: str, content: bytes, encoding: str) -> Unreadable:
    """Say where it stops being text in the encoding that fits best."""
    try:
        _decode(content, encoding)
        line = None
    except UnicodeDecodeError as error:
        line = _line(content, error.start)
    return unreadable(name, f"is damaged or not {encoding} throughout; save it anew as UTF-8", line)


def _decode(content: bytes, encoding: str) -> str:
    codec = "utf-8-sig" if encoding == UTF_8 else _CODECS.get(encoding, encoding)
    text = codecs.decode(content, codec, _EXTENDED)
    stray = _STRAY.search(text) if encoding == SHIFT_JIS else None
    if stray is not None:
        start = len(text[: stray.start()].encode(codec))
        raise UnicodeDecodeError(codec, content, start, start + 1, "no character")
    return text


def _line(content: bytes, position: int) -> int:
    """The line of an octet, in any encoding but UTF-16."""
    return content.count(b"\n", 0, position) + 1


def _nec(error: UnicodeError) -> tuple[str, int]:
    """The rows that every Japanese program writes in EUC-JP and ISO-2022-JP (①, ㈱), Python's not.

    They are those of NEC and IBM; the codec of Shift_JIS has them.
    """
    if not isinstance(error, UnicodeDecodeError) or error.encoding not in _NARROW:
        raise error
    pair = bytes(octet | 0x80 for octet in error.object[error.start : error.start + 2])
    if len(pair) < 2 or not (pair[0] == 0xAD or 0xF9 <= pair[0] <= 0xFC) or pair[1] < 0xA1:
        raise error
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = (row >> 1) + (0x81 if row < 62 else 0xC1)
    trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    return bytes([lead, trail]).decode("cp932"), error.start + 2


_NARROW = {_CODECS[EUC_JP], _CODECS[ISO_2022_JP]}
_EXTENDED = "tejun.nec"
codecs.register_error(_EXTENDED, _nec)
