"""XML of bibliographies, read without entities, DTDs or network, and written with escapes.

Elements are asked for by their local names: namespaces differ between versions of one format. A
damaged file is read as far as it goes; libxml2's own limits on depth and size stay on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from citemgr.formats.problems import broken_record
from citemgr.model import CitemgrError, Finding

Element = etree._Element
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# libxml2's level of an error; what is below is a warning (a namespace without a declaration).
_ERROR = 2
# Damages that are told of a file: the first ones explain the others.
MOST_DAMAGES = 20
# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(text: str, path: str | None = None) -> tuple[Element, list[Finding]]:
    """The root element of `text`, and a finding for each line on which it is no well-formed XML.
    Raises `CitemgrError` where nothing can be read of it."""
    data = _DECLARATION.sub(_blank, text.lstrip("\ufeff"), count=1)
    parser = safe_parser("utf-8")
    try:
        root = etree.fromstring(_FORBIDDEN.sub(" ", data).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CitemgrError(f"is no well-formed XML: {error}", path=path) from error
    if root is None:
        raise CitemgrError("is no well-formed XML", path=path)
    etree.strip_elements(root, etree.Entity, with_tail=False)
    lines = {error.line: error.message for error in parser.error_log if error.level >= _ERROR}
    told = list(lines.items())[:MOST_DAMAGES]
    return root, [broken_record(f"is no well-formed XML: {what}", path, at) for at, what in told]


def _blank(declaration: re.Match[str]) -> str:
    """The line ends of a declaration, so that lines keep their numbers."""
    return "\n" * declaration[0].count("\n")


def safe_parser(encoding: str | None = None) -> etree.XMLParser:
    """A parser without entities, DTDs or network that reads damaged files as far as they go.

    `encoding` overrides the one that the file declares.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )


def name(element: Element) -> str:
    """The element's local name; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def every(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with one of the local names, in order."""
    return (each for each in element.iter() if name(each) in names)


def children(element: Element | None, *path: str) -> list[Element]:
    """The elements at the end of the path of local names."""
    found = [] if element is None else [element]
    for step in path:
        found = [child for each in found for child in each if name(child) == step]
    return found


def text(element: Element | None, *path: str) -> str:
    """The words of the first element at the end of the path, white space as single blanks."""
    found = children(element, *path)
    return words(found[0]) if found else ""


def words(element: Element) -> str:
    """All words below the element, white space as single blanks."""
    return " ".join("".join(map(str, element.itertext())).split())


def attribute(element: Element, wanted: str) -> str:
    """The attribute of that local name, in whatever namespace, or an empty string."""
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == wanted), "")


def line_of(element: Element) -> int | None:
    """The line on which the element stands, where the parser knows it."""
    line = element.sourceline
    return line if isinstance(line, int) else None


def tag(wanted: str, content: str, indent: int = 0, **attributes: str) -> str:
    """A line with an element that holds text; nothing where the text is empty."""
    if not content:
        return ""
    printed = "".join(f" {key}={quoteattr(clean(value))}" for key, value in attributes.items())
    return f"{'  ' * indent}<{wanted}{printed}>{escape(clean(content))}</{wanted}>\n"


def group(wanted: str, content: str, indent: int = 0, **attributes: str) -> str:
    """An element around lines that are XML already; nothing where there are none."""
    if not content:
        return ""
    printed = "".join(f" {key}={quoteattr(clean(value))}" for key, value in attributes.items())
    pad = "  " * indent
    return f"{pad}<{wanted}{printed}>\n{content}{pad}</{wanted}>\n"


def clean(content: str) -> str:
    """The text without what XML cannot hold."""
    return _FORBIDDEN.sub("", content)
