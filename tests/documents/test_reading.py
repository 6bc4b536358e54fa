"""Opening files: encodings, empty and broken files, archives that lie, formats told by content."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from citemgr.documents import read, read_bytes, read_text, walk
from citemgr.documents.table import FORMATS, format_of
from citemgr.model import CitemgrError

SENTENCE = "Ein „Satz“ über Füße, s’il vous plaît – 5 €."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_decoded(encoding: str) -> None:
    assert read_bytes(SENTENCE.encode(encoding), "a.txt").text == SENTENCE


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("cp1251", "Все счастливые семьи похожи друг на друга, каждая несчастлива по-своему."),
        ("koi8-r", "Все счастливые семьи похожи друг на друга, каждая несчастлива по-своему."),
        ("cp1253", "Μονάχη έγνοια η γλώσσα μου στις αμμουδιές του Ομήρου, το σπίτι φτωχικό."),
        ("cp1255", "בראשית ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו וחשך על פני תהום"),
        ("gb18030", "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？"),
        (
            "shift_jis",
            "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗い。",
        ),
        (
            "cp949",
            "죽는 날까지 하늘을 우러러 한 점 부끄럼이 없기를, 잎새에 이는 바람에도 괴로워했다.",
        ),
    ],
)
def test_other_scripts_of_old_are_decoded(encoding: str, sentence: str) -> None:
    assert read_bytes((sentence * 3).encode(encoding), "a.txt").text == sentence * 3


def test_a_declared_encoding_counts() -> None:
    page = '<meta charset="iso-8859-2"><p>Žluťoučký kůň'.encode("iso-8859-2")
    assert read_bytes(page, "a.html").text == "Žluťoučký kůň"


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    data = "Größe und Maß, Länge und Höhe ".encode() + b"\xff" + " über alles".encode()
    assert read_bytes(data, "a.txt").text.startswith("Größe und Maß")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".tex", ".rst", ".org", ".wiki"])
def test_an_empty_file_is_an_empty_document(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"empty{suffix}"
    file.write_bytes(b"")
    document = read(file)
    assert (document.text, document.blocks) == ("", ())


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(CitemgrError, match="not text"):
        read_bytes(bytes(range(256)) * 20, "picture.bin")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CitemgrError, match=r"none\.txt: cannot be read"):
        read(tmp_path / "none.txt")


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(CitemgrError, match="no document format is called 'doc2'"):
        read_text("x", format="doc2")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub", ".rtf", ".pdf", ".ipynb"])
def test_what_is_no_such_file_is_said(suffix: str) -> None:
    if suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    with pytest.raises(CitemgrError, match=r"is no|damaged"):
        read_bytes(b"this is none of them", f"file{suffix}")


def test_an_encrypted_word_file_says_what_to_do() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(CitemgrError, match="without a password"):
        read_bytes(data, "secret.docx")


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = zipped(word__document_xml=b"<w:document>" + b" " * 40_000_000)
    with pytest.raises(CitemgrError, match="far more than a document holds"):
        read_bytes(data, "bomb.docx")


def test_xml_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY b "bomb">]>'
    word = (
        f'{entity}<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>a &e; &b; z</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    for document in (
        read_bytes(zipped(word__document_xml=word.encode()), "a.docx"),
        read_bytes(
            f"{entity}<article><body><p>a &e; &b; z</p></body></article>".encode(), "a.jats"
        ),
    ):
        assert "secret" not in document.text
        assert "bomb" not in document.text.replace("&b;", "")


def test_input_reads_only_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "paper"
    (folder / "parts").mkdir(parents=True)
    (tmp_path / "outside.tex").write_text("OUTSIDE", encoding="utf-8")
    (folder / "parts" / "one.tex").write_text("Part one.", encoding="utf-8")
    (folder / "link.tex").symlink_to(tmp_path / "outside.tex")
    main = folder / "main.tex"
    main.write_text(
        r"Start. \input{parts/one} \input{../outside} \input{/etc/passwd} \input{link}",
        encoding="utf-8",
    )
    document = read(main)
    assert "Part one." in document.text
    assert "OUTSIDE" not in document.text
    assert "root:" not in document.text
    place = document.origin.place(document.text.index("Part one"))
    assert place.path == str((folder / "parts" / "one.tex").resolve())
    assert (place.line, place.column) == (1, 1)


def test_cited_works_come_from_the_bibliography_beside(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@book{mill1859, author={Mill, John Stuart}, title={On Liberty}, year={1859}}"
        "@book{unused, title={Unused}}",
        encoding="utf-8",
    )
    file = tmp_path / "essay.tex"
    file.write_text(r"As \cite[p. 3]{mill1859} says. \bibliography{refs}", encoding="utf-8")
    assert [entry.key for entry in read(file).entries] == ["mill1859"]


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        (b"{\\rtf1 x}", "rtf"),
        (b"%PDF-1.5", "pdf"),
        (b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">', "tei"),
        (b"\\documentclass{article}", "latex"),
        (b"Words only", "text"),
    ],
)
def test_a_file_without_a_suffix_is_known_by_its_beginning(head: bytes, format: str) -> None:
    assert format_of("file", head).name == format


def test_every_format_has_its_module_and_a_suffix_of_its_own() -> None:
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(format.module.startswith("citemgr.documents.") for format in FORMATS.values())


def test_a_large_file_without_a_line_end_is_read() -> None:
    text = "word " * 400_000
    assert len(read_text(text).blocks) == 1
    assert read_text(text, format="markdown").text == text


def test_folders_are_walked_by_suffix_without_ignored_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.docx", "d.xyz", ".hidden.txt", "drafts/e.txt", "out/f.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("out/\n", encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in walk([tmp_path])]
    assert found == ["a.md", "b.txt", "c.docx", "drafts/e.txt"]
    assert list(walk([tmp_path / "d.xyz"])) == [tmp_path / "d.xyz"]
    excluded = [path.name for path in walk([tmp_path], exclude=["drafts"])]
    assert excluded == ["a.md", "b.txt", "c.docx"]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is readable for the superuser")
def test_an_unreadable_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "locked.txt"
    file.write_text("x", encoding="utf-8")
    file.chmod(0)
    with pytest.raises(CitemgrError, match="cannot be read"):
        read(file)


PAGED = """1.  Introduction

   This is the text of the first page, in which it is said that the "words
   are quoted here and that they go on over the end of the page into the

Author                       Informational                      [Page 7]
\f
RFC 9999                    A Title of It                       May 1999


   next one" [1].  A second sentence then stands below it and fills up the
   lines.

Author                       Informational                      [Page 8]
\f
RFC 9999                    A Title of It                       May 1999

   The third page.
"""


def test_page_breaks_of_a_text_are_no_words_and_count_pages() -> None:
    document = read_text(PAGED)
    shown = [
        " ".join(
            "".join(
                " " if any(m.start <= at < m.end for m in document.markup) else character
                for at, character in enumerate(block.span.of(document.text), block.span.start)
            ).split()
        )
        for block in document.blocks
    ]
    assert shown == [
        "Introduction",
        'This is the text of the first page, in which it is said that the "words are quoted here'
        ' and that they go on over the end of the page into the next one" [1]. A second sentence'
        " then stands below it and fills up the lines.",
        "The third page.",
    ]
    pages = [
        document.origin.place(document.text.index(word)).page
        for word in ("Introduction", "next one", "The third")
    ]
    assert pages == ["7", "8", "9"]
