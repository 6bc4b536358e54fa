"""A saved web page: the work that its metadata describes, and the works that it tells reference
managers of (`meta` elements, JSON-LD, COinS).

Several of them may describe one work: what has the same DOI or title is one entry, each field from
the most telling of them. A page that says nothing of works is one itself, by its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from citemgr.formats import coins, schema_org, web_meta
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.formats.xml_tree import Element, attribute, every, line_of, name, words
from citemgr.values.identifiers import find_doi

# Browsers and archivers say from where a page was saved.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s*(https?://\S+)")
_HEAD = 4096
# Markup that publishers leave in titles and abstracts.
_MARKUP = re.compile(
    r"</?(?:jats:)?(?:i|b|em|strong|italic|bold|su[bp]|span|p|br|sc|title)(?:\s[^<>]{0,200})?/?>",
    re.I,
)
# What cannot stand in a parsed tree.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(slots=True)
class _Work:
    """What one part of a page says of a work."""

    kind: tuple[str, str] | None
    pairs: list[Pair] = field(default_factory=list)
    line: int | None = None

    def get(self, wanted: str) -> str:
        return next((value for name, value in self.pairs if name == wanted and value), "")

    def names(self) -> Iterator[str]:
        """What the work is known by."""
        if doi := find_doi(self.get("doi")):
            yield doi
        if title := "".join(filter(str.isalnum, self.get("title").casefold())):
            yield title

    def add(self, other: _Work) -> None:
        """Take from another description what this one lacks."""
        given = {name for name, value in self.pairs if value}
        self.kind = self.kind or other.kind
        self.pairs += [pair for pair in other.pairs if pair[0] not in given]


def read(text: str, path: str | None = None) -> Parsed:
    """The works of a page; one without a title is a finding."""
    root = _parsed(text)
    works = [] if root is None else _together(_works(root, text[:_HEAD]))
    entries = []
    findings = []
    for work in works:
        type, subtype = work.kind or ("online", "")
        pairs = ((name, _MARKUP.sub("", value)) for name, value in work.pairs)
        entry = build_entry(type, subtype, "", pairs)
        if entry.fields:
            entries.append(entry)
        if "title" not in entry.fields:
            findings.append(broken_record("has no title", path, work.line))
    return Parsed(tuple(entries), tuple(findings))


def _parsed(text: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        return etree.fromstring(_FORBIDDEN.sub(" ", text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None  # there is no element in it


def _works(root: Element, head: str) -> Iterator[_Work]:
    """The works of the page, its own first."""
    own, telling = _own(root, head)
    described = [
        _Work(*each, line_of(script))
        for script in every(root, "script")
        if "ld+json" in attribute(script, "type").lower()
        for each in schema_org.describe("".join(map(str, script.itertext())))
    ]
    pages = [work for work in described if work.get("title") and work.kind == ("online", "")]
    works = [work for work in described if work.get("title") and work not in pages]
    told = [
        _Work(*found, line_of(span))
        for span in every(root, "span")
        if "Z3988" in attribute(span, "class")
        and (found := coins.describe(attribute(span, "title"))) is not None
    ]
    if not telling and len(works) == 1 and not told:
        # The page shows the one work that it describes.
        works[0].add(_Work(None, [pair for pair in own.pairs if pair[0] != "title"]))
    elif telling or not (works or told):
        yield own
        yield from pages if not telling else ()
    yield from works
    yield from told


def _own(root: Element, head: str) -> tuple[_Work, bool]:
    """The work that the page's head describes, and whether it describes one rather than the
    page."""
    metas = [
        (attribute(each, "name") or attribute(each, "property"), attribute(each, "content"))
        for each in every(root, "meta")
    ]
    kind, pairs, telling = web_meta.describe(metas)
    given = {name for name, _ in pairs}
    if "title" not in given:
        title = next((words(each) for each in every(root, "title")), "")
        pairs.append(("title", title))
    if "url" not in given:
        pairs.append(("url", _address(root, head)))
    if "langid" not in given and name(root) == "html":
        pairs.append(("langid", attribute(root, "lang")))
    return _Work(kind, pairs), telling


def _address(root: Element, head: str) -> str:
    for link in every(root, "link"):
        if attribute(link, "rel").lower() == "canonical":
            return attribute(link, "href")
    saved = _SAVED_FROM.search(head)
    return (saved[1] or saved[2]) if saved else ""


def _together(works: Iterable[_Work]) -> list[_Work]:
    """The works, descriptions of the same one joined to the first of them."""
    known: dict[str, _Work] = {}
    for work in works:
        names = list(work.names())
        first = next((known[each] for each in names if each in known), work)
        if first is not work:
            first.add(work)
        for each in [*names, *([] if names else [str(id(work))])]:
            known.setdefault(each, first)
    return list({id(work): work for work in known.values()}.values())
