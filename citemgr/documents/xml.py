"""XML inside documents, parsed without entities, external files or network."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from citemgr.formats.xml_tree import safe_parser
from citemgr.model import CitemgrError


def parse_xml(data: bytes, path: str, member: str = "") -> etree._Element | None:
    """The root element of `data`; None for no data. What is damaged is read as far as it goes.

    Raises `CitemgrError` where nothing of it can be read.
    """
    if not data.strip():
        return None
    try:
        root = etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(path, member) from error
    if root is None:
        raise _damaged(path, member)
    return root


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for an entity that was left as it stands."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """The attribute of that local name, in whatever namespace, or an empty string."""
    if element is None:
        return ""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The descendant at the end of the path of local names, or None."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements below that have one of the local names."""
    return (each for each in element.iter() if local(each) in names)


def text_of(element: etree._Element | None) -> str:
    """All words below the element, white space as single blanks."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _damaged(path: str, member: str) -> CitemgrError:
    return CitemgrError(f"{member or 'the file'} is no well-formed XML", path=path)
