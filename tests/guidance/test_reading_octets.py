"""What is no guide is refused in one sentence that says what it is and what to do."""

import io
import os
import sys
from pathlib import Path

import pytest

from guidance.reading import Unreadable, read, read_octets
from guidance.reading.octets import MOST_OCTETS

GUIDE = "暗証番号は窓口で再設定できます。\n"


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_octets(name, content)
    return str(refused.value)


def file_refusal(path: Path | str) -> str:
    with pytest.raises(Unreadable) as refused:
        read(str(path))
    return str(refused.value)


def test_a_file_is_read_under_the_name_that_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "案内.txt"
    path.write_text(GUIDE, encoding="utf-8")
    document = read(str(path))
    assert (document.name, document.form, document.encoding) == (str(path), "text", "UTF-8")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GUIDE.encode())))
    document = read("-")
    assert document.name == "standard input"
    assert document.blocks[0].text.value == GUIDE.strip()


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert file_refusal("-") == "standard input: is closed; pipe the guide in or name its file"


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "guide.txt"
    assert file_refusal(path) == f"{path}: there is no such file; check the name"
    assert file_refusal(path / "x").endswith("there is no such file; check the name")
    assert file_refusal("a\0b") == "a?b: there is no such file; check the name"
    assert file_refusal("a" * 5000).endswith("there is no such file; check the name")


def test_a_folder(tmp_path: Path) -> None:
    assert file_refusal(tmp_path) == f"{tmp_path}: is a folder; name the file of the guide"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "is a pipe or a device" in file_refusal(path)
    assert "is a pipe or a device" in file_refusal("/dev/null")


def test_a_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "link"
    path.symlink_to(path)
    assert "leads back to itself" in file_refusal(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "guide.txt"
    path.write_text(GUIDE, encoding="utf-8")

    def forbidden(*_: object) -> None:  # root may read everything
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", forbidden)
    monkeypatch.setattr(os, "open", forbidden)
    monkeypatch.setattr(Path, "open", forbidden)
    assert file_refusal(path) == f"{path}: may not be read; change its permissions"


def test_any_other_failure_is_told_as_the_system_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: str) -> os.stat_result:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "stat", failing)
    said = file_refusal(tmp_path / "guide.txt")
    assert said.endswith("cannot be read (Input/output error); check the file")


@pytest.mark.parametrize("content", ["", " \r\n\t\n", "\ufeff\n", "　\n"], ids=ascii)
def test_an_empty_file(content: str) -> None:
    said = refusal("guide.txt", content.encode())
    assert said.startswith("guide.txt: ")
    assert said.endswith("; give a file with the text of the guide")


def test_a_page_without_text() -> None:
    said = refusal("guide.html", b"<html><body><script>1</script></body></html>")
    assert said == "guide.html: has no text to read; give a file with the text of the guide"


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "guide.txt"
    with open(path, "wb") as file:
        file.truncate(MOST_OCTETS + 1)
    assert "a guide has at most 10 MB" in file_refusal(path)


def test_many_lines() -> None:
    assert read_octets("guide.txt", b"a" + b"\r\n" * 100_000).blocks
    said = refusal("guide.txt", b"a\r\n" * 100_001)
    assert said == "guide.txt:100001: has more than 100,000 lines; give only the guide"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0", "a JPEG image"),
        (b"GIF89a\x01\0", "a GIF image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"PK\x03\x04\0\0word/document.xml", "a Word document"),
        (b"PK\x03\x04\0\0xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04\0\0photo", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi guide}", "an RTF document"),
    ],
    ids=repr,
)
def test_other_files_are_named_for_what_they_are(content: bytes, what: str) -> None:
    said = refusal("guide.md", content)
    assert said == f"guide.md: is {what}; give the guide as text, Markdown, HTML or PDF"


def test_octets_that_are_no_text() -> None:
    assert refusal("guide", b"a\nb\0c").startswith("guide:2: has NUL octets")
    assert refusal("guide", bytes(range(1, 32)) * 9).startswith("guide: is no text; ")


def test_a_name_is_told_on_one_line() -> None:
    assert refusal("a\nb\udc80", b"") == ("a?b?: is empty; give a file with the text of the guide")
