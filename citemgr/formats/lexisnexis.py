"""LexisNexis's articles as plain text, in the layout of Nexis Uni (headline, paper, date; `End of
Document`) and in the older one (`1 of 9 DOCUMENTS`; paper, date, headline). No specification is
public: the layouts are those of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from citemgr.formats import newspapers
from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.model import Entry
from citemgr.values.dates import parse_date

_BEGINNING = re.compile(r"\s*\d+ of \d+ DOCUMENTS?\s*$")
# A cover page with the list of the articles ends so.
_COVER_END = re.compile(r"\s*About LexisNexis\b")
_END = re.compile(r"\s*End of Document\s*$")
_LABEL = re.compile(
    r"(?P<label>BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|SERIES|LOAD-DATE|LANGUAGE|GRAPHIC|URL|"
    r"PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|ISSN|VOLUME|ISSUE|SUBJECT|CORRECTION-DATE|"
    r"HIGHLIGHT|SOURCE|Byline|Section|Length|Dateline|Highlight|Load-Date|Series|Graphic|BODY|Body)"
    r"(?::\s*(?P<value>.*)|\s*)$"
)
_RIGHTS = re.compile(r"\s*(?:Copyright|©|\(c\)|All Rights? Reserved)", re.IGNORECASE)
_FIELDS = {
    "headline": "title",
    "language": "langid",
    "url": "url",
    "issn": "issn",
    "volume": "volume",
    "issue": "number",
    "highlight": "abstract",
    "correction-date": "note",
    "series": "series",
}
_TYPES = {
    "newspaper": ("article", "newspaper"),
    "newswire": ("article", "newspaper"),
    "magazine": ("article", "magazine"),
    "journal": ("article", ""),
    "web": ("online", ""),
    "blog": ("online", ""),
    "transcript": ("misc", ""),
}
_EDITION = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*(?P<edition>.*)$", re.IGNORECASE
)
# Lines of a head: a page of them is text.
_MOST_HEAD = 30
# A line with a date says little else.
_LONGEST_DATE = 80


@dataclass(slots=True)
class _Article:
    """An article: its line, the lines before its first label (blank ones too), and its labels with
    the lines of their values. What follows `Body` is the text, until another label."""

    line: int
    head: list[str] = field(default_factory=list)
    values: list[tuple[str, list[str]]] = field(default_factory=list)
    in_body: bool = False


def read(text: str, path: str | None = None) -> Parsed:
    """The articles of a file; one without a headline is a finding."""
    entries = []
    findings = []
    for article in _articles(text):
        entry = _entry(article)
        if "title" in entry.fields:
            entries.append(entry)
        else:
            findings.append(broken_record("has no headline", path, article.line))
    return Parsed(tuple(entries), tuple(findings))


def _articles(text: str) -> Iterator[_Article]:
    article = _Article(1)
    for number, line in enumerate(lines_of([text]), 1):
        if _BEGINNING.match(line) or _END.match(line):
            if article.values or any(map(str.strip, article.head)):
                yield article
            article = _Article(number + 1)
        elif _COVER_END.match(line):
            article = _Article(number + 1)
        else:
            _take(article, line)
    if article.values:
        yield article


def _take(article: _Article, line: str) -> None:
    label = _LABEL.match(line.strip())
    if label is not None:
        name = label["label"].lower()
        article.in_body = name == "body"
        if not article.in_body and label["value"] is not None:
            article.values.append((name, [label["value"].strip()]))
    elif not line.strip():
        # A value is a paragraph; the text goes on behind it.
        article.in_body = article.in_body or bool(article.values)
        if not article.in_body:
            article.head.append("")
    elif article.values and not article.in_body:
        article.values[-1][1].append(line.strip())
    elif not article.values and not article.in_body and len(article.head) < _MOST_HEAD:
        article.head.append("" if _RIGHTS.match(line) else line.strip())


def _entry(article: _Article) -> Entry:
    values = [(name, " ".join(filter(None, lines))) for name, lines in article.values]
    said = " ".join(value for name, value in values if name.endswith("-type")).lower()
    type, subtype = next(
        (kind for word, kind in _TYPES.items() if word in said), ("article", "newspaper")
    )
    return build_entry(type, subtype, "", [*_pairs(values), *_head(_paragraphs(article.head))])


def _pairs(values: list[Pair]) -> Iterator[Pair]:
    for name, value in values:
        if name == "byline":
            for writer in newspapers.writers(value):
                yield "author", writer
        elif name == "dateline":
            yield "note", f"Dateline: {value}"
        elif name == "section":
            yield "pages", newspapers.page(value)
        elif name == "subject":
            for word in value.split(";"):
                yield "keywords", re.sub(r"\s*\(\d+%\)", "", word)
        elif name in _FIELDS:
            yield _FIELDS[name], value


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """The lines by paragraph."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [each for each in paragraphs if each]


def _head(paragraphs: list[list[str]]) -> Iterator[Pair]:
    """Paper, date, edition and headline: around the line with the date, with more than one line
    before it in the newer layout."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    at = next((at for at, line in enumerate(lines) if _is_date(line)), None)
    if not at:
        return
    edition = _EDITION.search(lines[at])
    yield "date", lines[at][: edition.start()] if edition else lines[at]
    yield "container", lines[at - 1]
    if at > 1:
        yield "title", " ".join(lines[: at - 1])
    dated = next(number for number, each in enumerate(paragraphs) if lines[at] in each)
    behind = paragraphs[dated][paragraphs[dated].index(lines[at]) + 1 :]
    said = ", ".join([edition["edition"] if edition else "", *behind]).strip(" ,")
    yield "edition", re.sub(r"\s+edition$", "", said, flags=re.IGNORECASE)
    for paragraph in paragraphs[dated + 1 : dated + 2]:
        yield "title", " ".join(paragraph)


def _is_date(line: str) -> bool:
    date = parse_date(line) if len(line) < _LONGEST_DATE else None
    return date is not None and date.month is not None
