"""What a file could do to whoever reads it, and does not: read other files, reach the network, run
something, fill the memory, never end."""

from __future__ import annotations

import io
import random
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from citemgr.documents import read, read_bytes, read_text
from citemgr.model import CitemgrError, Document

FIVE = Path(__file__).parent / "cases" / "five"
Check = Callable[[Document], None]


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


# What each format would take in from elsewhere, were it run.
TAKEN_IN = {
    "latex": r"\input{SECRET}\include{SECRET}\verbatiminput{SECRET}\lstinputlisting{SECRET}"
    r"\bibliography{SECRET}\immediate\write18{cat SECRET}\openin1=SECRET\read1 to \x \x",
    "org": '#+INCLUDE: "SECRET"\n#+SETUPFILE: SECRET\n\n[[file:SECRET]]\n',
    "rst": ".. include:: SECRET\n\n.. literalinclude:: SECRET\n\n.. raw:: html\n   :file: SECRET\n",
    "asciidoc": "include::SECRET[]\n\nimage::SECRET[]\n",
    "typst": '#include "SECRET"\n#read("SECRET")\n#bibliography("SECRET")\n',
    "mediawiki": "{{:SECRET}} [[File:SECRET]] <include src=SECRET>",
    "html": '<iframe src="SECRET"></iframe><object data="SECRET">x</object><img src="SECRET">'
    '<link rel=stylesheet href="SECRET"><script src="SECRET"></script>',
    "markdown": '![x](SECRET) <!--#include file="SECRET"--> `{{< include SECRET >}}`',
    "jats": '<!DOCTYPE a [<!ENTITY e SYSTEM "SECRET">]><article><body><p>&e;</p>'
    '<xi:include href="SECRET"/></body></article>',
    "tei": '<!DOCTYPE a SYSTEM "SECRET"><TEI><text><p><xi:include href="SECRET"/></p></text></TEI>',
}


@pytest.mark.parametrize("format", sorted(TAKEN_IN))
def test_no_file_beside_or_elsewhere_is_taken_in(format: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the hidden words", encoding="utf-8")
    folder = tmp_path / "paper"
    folder.mkdir()
    for name in (str(secret), "../secret.txt", secret.as_uri()):
        file = folder / "main.any"
        file.write_text(TAKEN_IN[format].replace("SECRET", name), encoding="utf-8")
        assert "hidden words" not in read(file, format).text


def test_a_book_has_no_chapter_outside_its_archive(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xhtml"
    secret.write_text("<p>the hidden words</p>", encoding="utf-8")
    opf = (
        f'<p><manifest><item id="a" href="../../{secret}" media-type="text/html"/>'
        f'<item id="b" href="{secret.as_uri()}" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></p>'
    )
    data = zipped(
        {
            "META-INF/container.xml": b'<c><rootfile full-path="b.opf"/></c>',
            "b.opf": opf.encode(),
        }
    )
    assert "hidden" not in read_bytes(data, "book.epub").text


@pytest.mark.parametrize(
    "path",
    sorted(path for path in FIVE.glob("footnotes.*") if path.suffix != ".toml"),
    ids=lambda path: path.name,
)
def test_nothing_is_fetched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read(path).text


def test_pages_with_everything_from_elsewhere_are_read_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("reached for the network"))
    page = (
        '<base href="http://x.invalid/"><link rel="stylesheet" href="http://x.invalid/a.css">'
        '<p>Words <img src="http://x.invalid/a.png"> go on.</p><iframe src="http://x.invalid">'
    )
    assert read_text(page, "p.html", "html").text == "Words go on."


def test_macros_of_a_word_file_are_not_even_unpacked() -> None:
    with zipfile.ZipFile(FIVE / "inner.docx") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    plain = read_bytes(zipped(members), "a.docx")
    # A bomb, were it unpacked.
    macros = zipped({**members, "word/vbaProject.bin": bytes(50_000_000)})
    assert read_bytes(macros, "a.docm").text == plain.text


NESTED = {
    "html": ("<div>", "</div>"),
    "latex": ("\\begin{quote}", "\\end{quote}"),
    "markdown": ("> ", ""),
    "mediawiki": ("{{a|", "}}"),
    "typst": ("#quote[", "]"),
    "jats": ("<sec>", "</sec>"),
    "tei": ("<div>", "</div>"),
    "org": ("*", "*"),
    "rst": ("*", "*"),
    "asciidoc": ("_", "_"),
    "text": ("> ", ""),
    "notebook": ("[", "]"),
}


@pytest.mark.parametrize("format", sorted(NESTED))
@pytest.mark.parametrize("closed", [True, False])
def test_deep_nesting_is_read_or_refused(format: str, closed: bool, check: Check) -> None:
    opening, closing = NESTED[format]
    source = opening * 20_000 + " word " + closing * (20_000 * closed)
    try:
        check(read_text(source, "deep", format))
    except CitemgrError as error:
        assert error.message


def word_xml(body: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "deep.docx",
            zipped(
                {
                    "word/document.xml": word_xml(
                        "<w:ins>" * 200_000 + "<w:p/>" + "</w:ins>" * 200_000
                    )
                }
            ),
        ),
        (
            "tables.docx",
            zipped({"word/document.xml": word_xml("<w:tbl><w:tr><w:tc>" * 3_000)}),
        ),
        (
            "deep.fodt",
            b"<?xml version='1.0'?><d><body><text>"
            + b"<section>" * 3_000
            + b"<p>x</p>"
            + b"</section>" * 3_000
            + b"</text></body></d>",
        ),
        ("deep.rtf", b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}"),
        ("deep.pdf", b"%PDF-1.4\n1 0 obj " + b"<</A" * 50_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_deep_files_are_read_or_refused(name: str, data: bytes, check: Check) -> None:
    try:
        check(read_bytes(data, name))
    except CitemgrError as error:
        assert error.message


def locked(data: bytes) -> bytes:
    """The archive with the sign of encryption set on each of its members."""
    changed = bytearray(data)
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(sign, at + 4)
    return bytes(changed)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_an_encrypted_archive_says_what_to_do(suffix: str) -> None:
    data = locked((FIVE / f"inner.{suffix}").read_bytes())
    with pytest.raises(CitemgrError, match="without a password"):
        read_bytes(data, f"a.{suffix}")


def test_an_encrypted_opendocument_says_what_to_do() -> None:
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    data = zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x01noise"})
    with pytest.raises(CitemgrError, match="without a password"):
        read_bytes(data, "a.odt")


def test_a_book_locked_by_a_shop_is_said() -> None:
    opf = (
        '<p><manifest><item id="a" href="a.xhtml" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/></spine></p>'
    )
    data = zipped(
        {
            "META-INF/container.xml": b'<c><rootfile full-path="b.opf"/></c>',
            "META-INF/encryption.xml": b"<encryption/>",
            "b.opf": opf.encode(),
            "a.xhtml": bytes(range(256)) * 20,
        }
    )
    with pytest.raises(CitemgrError, match="locked by DRM"):
        read_bytes(data, "a.epub")


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = "".join(
        f'<!ENTITY {name} "{(f"&{before};" if before else "laugh ") * 10}">'
        for before, name in zip(("", *"abcdefgh"), "abcdefghi", strict=True)
    )
    bomb = f"<!DOCTYPE x [{entities}]>"
    sources = {
        "a.docx": zipped({"word/document.xml": bomb.encode() + word_xml("<w:p>&i;</w:p>")}),
        "a.fodt": f"<?xml version='1.0'?>{bomb}<d><body><p>&i;</p></body></d>".encode(),
        "a.jats": f"{bomb}<article><body><p>&i;</p></body></article>".encode(),
        "a.html": f"{bomb}<p>&i;</p>".encode(),
    }
    for name, data in sources.items():
        assert len(read_bytes(data, name).text) < 1_000


@pytest.mark.parametrize("suffix", ["docx", "odt", "office.docx", "epub"])
def test_damage_inside_an_archive_is_read_or_refused(suffix: str, check: Check) -> None:
    draw = random.Random(suffix)
    for path in sorted(FIVE.glob(f"*.{suffix}")):
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        for _ in range(15):
            name = draw.choice([each for each in members if each.endswith(("ml", "rels", "opf"))])
            at = draw.randrange(len(members[name]) + 1)
            noise = draw.choice([b"", b"<", b"</w:p>", b"&", b"\x00", b'"', b"<w:p>", b"9" * 30])
            cut = draw.choice([0, 1, 40, 4_000])
            broken = members[name][:at] + noise + members[name][at + cut :]
            try:
                check(read_bytes(zipped({**members, name: broken}), path.name))
            except CitemgrError as error:
                assert error.message
