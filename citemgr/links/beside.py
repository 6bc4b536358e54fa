"""Which full citations stand beside a quotation and were not found as references?

Four places are looked at: the bracket right behind the closing mark, the attribution line behind
the passage (`— Name, Title (Place: Publisher, 1914), p. 92`), cases anywhere in the text (`Name v.
Name, 347 U.S. 483, 495 (1954)`), and a note that names no work that is known. What stands there is
read as a reference is; without a title and an author, a date or a publisher it is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citemgr.links.brackets import brackets
from citemgr.links.languages import SIGNALS
from citemgr.links.pointers import find_pointers, silent_notes
from citemgr.links.reading import Pointer, Reading, Stretches, attribution_lines, stretches
from citemgr.model import Entry, Quotation, Reference, Span, Style
from citemgr.values import Date, Name, Names, PageRange, Pages, Value

_BRACKET_GAP = re.compile(r"[\s.,;:!?”»’\"]{0,4}")
_DASH_GAP = re.compile(r"[\s>*_”»’\".—–―-]*(?:<\w+>)?[\s*_]*")
# Capitalised words and what joins them in the name of a party: "Board of Ed. of the Town".
_PARTY = r"[A-ZÀ-Þ][\w.'’&-]*(?:,?\s(?:[A-ZÀ-Þ&][\w.'’&-]*|of|the|and|for|on|de|la|ex|rel\.)){0,9}"
_CASE = re.compile(
    rf"(?P<case>(?P<title>{_PARTY}\sv\.?\s{_PARTY}),\s(?P<volume>\d{{1,4}})\s"
    r"(?P<reporter>[A-Z][\w.\s]{0,14}?)\s(?:\([^()]{1,30}\)\s)?(?P<page>\d{1,5})"
    r"(?:,\s\d{1,5}(?:[-–]\d+)?)?\s\([^()]{0,30}(?P<year>\d{4})\))"
)
_SIGNAL_BEFORE = re.compile(
    r"(?:(?:See|In|Cf|Compare|Accord|But|Contra|E\.\s?g|Also|Under|And|Citing|Quoting)(?:[.,]|\s(?:also|see))*\s)+"
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_NAME_IN_TITLE = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4})in\s(?P<title>[A-ZÀ-Þ“«\"].{3,150})"
)
_BRACKET_WORDS = 5  # fewer are a callout
_LINE_WORDS = 3  # fewer are a name
_ROOM = 60  # code points between a passage and its attribution line
_CASE_SURE = 0.9
_SURE = 0.5  # confidence of the reading below which nothing is taken from it
_UNTITLED = frozenset({"author", "publisher", "date"})  # enough where no title was made out
_PLACES = frozenset({"book", "misc", "online", "collection", "report"})  # whose pages are cited


def citations_beside(reading: Reading, quotations: Sequence[Quotation]) -> list[Reference]:
    """The full citations that stand beside `quotations`, as references of role `note`; what is a
    callout of a work that is printed elsewhere is none."""
    found = {reference.span: reference for reference in _cases(reading)}
    spans = [
        span
        for span in dict.fromkeys(_stretches(reading.text, quotations))
        if span not in found and not reading.closed.overlap(span)
    ]
    if spans or reading.notes:
        pointers = find_pointers(reading)
        callouts = stretches(pointer.span for pointer in pointers if _is_callout(pointer))
        spans = [span for span in spans if not callouts.overlap(span)]
        silent = sorted(silent_notes(reading, pointers))
        spans += [_citation_of(reading, note) for note in silent]
        spans += _in_prose(reading, quotations, callouts)
    for span in spans:
        reference = _read(reading, span)
        if reference is not None:
            note = reading.note_at(span.start)
            label = reading.notes[note].label if note >= 0 else None
            found.setdefault(span, replace(reference, label=label))
    return [found[span] for span in sorted(found)]


# A citation in the sentences of a note: names, a title, and a year with the pages behind it.
_CITATION = re.compile(
    r"(?:[A-ZÀ-ÞА-Я][\w’'-]*\.?,?\s(?:(?:and|et|und|y|e|de|van|von)\s)?){1,6}(?<=,\s)"
    r"(?=[“\"«‘*_A-ZÀ-ÞА-Я])(?:[^.;]|\.(?!\s[A-ZÀ-ÞА-Я][a-zà-ÿа-я]+\s[a-zà-ÿа-я])){8,220}?"
    r"(?:1[4-9]|20)\d\d\)?(?:[,:]\s?(?:pp?\.\s?|S\.\s?)?\d[\d–-]*)?"
)


def _in_prose(
    reading: Reading, quotations: Sequence[Quotation], callouts: Stretches
) -> Iterator[Span]:
    """The citations that stand in the sentences of notes in which something is quoted."""
    noted = {reading.note_at(quotation.span.start) for quotation in quotations} - {-1}
    for note in sorted(noted):
        for match in _CITATION.finditer(reading.text, *reading.notes[note].span):
            span = Span(*match.span())
            if not callouts.overlap(span):
                yield span


def _citation_of(reading: Reading, note: int) -> Span:
    """What a note prints between the words that open it ("See") and its closing stop."""
    body = reading.notes[note].span
    opening = _OPENING.match(reading.text, body.start, body.end)
    start = opening.end() if opening else body.start
    closed = reading.text[start : body.end].rstrip(" .)\n\r\t")
    return Span(start, start + len(closed)) if len(closed) <= _LONGEST else Span(start, start)


_OPENING = re.compile(rf"[\s(]*(?:(?:{'|'.join(SIGNALS)})[.:,]?\s+)*", re.I)
_LONGEST = 400  # code points of a note that is a citation and no prose


def _is_callout(pointer: Pointer) -> bool:
    """Whether a pointer names a work, or has the look of author and year whose work is lost."""
    named = any(target.reference is not None for target in pointer.targets)
    return named or pointer.style is Style.AUTHOR_YEAR


def _cases(reading: Reading) -> Iterator[Reference]:
    """The cases that the text cites with reporter, page and year."""
    for match in _CASE.finditer(reading.text):
        signal = _SIGNAL_BEFORE.match(match["title"])
        skipped = signal.end() if signal else 0
        span = Span(match.start("case") + skipped, match.end("case"))
        if reading.closed.overlap(span) or reading.note_at(span.start) >= 0:
            continue
        fields: dict[str, Value] = {
            "title": " ".join(match["title"][skipped:].split()),
            "volume": match["volume"],
            "journaltitle": " ".join(match["reporter"].split()),
            "pages": Pages((PageRange(match["page"]),)),
            "date": Date(int(match["year"])),
        }
        printed = " ".join(span.of(reading.text).split())
        entry = Entry("jurisdiction", "", fields)
        yield Reference(span, printed, entry, role="note", confidence=_CASE_SURE)


def _stretches(text: str, quotations: Sequence[Quotation]) -> Iterator[Span]:
    ends = [quotation.outer.end for quotation in quotations]
    bracketed = {span.start: span for span in brackets(text)}
    lines = attribution_lines(text)
    for end in ends:
        gap = _BRACKET_GAP.match(text, end)
        bracket = bracketed.get(gap.end()) if gap else None
        if bracket is not None and _says_enough(bracket.of(text), _BRACKET_WORDS):
            yield Span(bracket.start + 1, bracket.end - 1)
    yield from _lines_behind(text, lines, quotations)


def _lines_behind(
    text: str, lines: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Span]:
    """The attribution lines that stand right behind a passage, or in its end."""
    ends = sorted({q.outer.end for q in quotations} | {q.span.end for q in quotations})
    for line in lines:
        words = line.of(text)
        if len(words.split()) < _LINE_WORDS or _PARTED.search(words) is None:
            continue
        at = bisect_left(ends, line.start - _ROOM)
        near = ends[at : bisect_right(ends, line.end + 1)]
        between = [text[end : line.start] for end in near if end <= line.start]
        if near and all(_DASH_GAP.fullmatch(gap) for gap in between):
            yield line


_PARTED = re.compile(r"[,“«\"(]| in |\*")  # what parts a name from a title


def _says_enough(bracket: str, least: int) -> bool:
    words = bracket[1:-1]
    return (
        len(words.split()) >= least
        and _YEAR.search(words) is not None
        and "," in words
        and ";" not in words
        and (words[:1].isupper() or words[:1] in "“«\"'*_[")
    )


def _read(reading: Reading, span: Span) -> Reference | None:
    from citemgr.references import parse_references

    printed = _without_markup(reading, span)
    if not printed:
        return None
    named = _NAME_IN_TITLE.fullmatch(printed.rstrip("."))
    if named is not None:
        names = named["name"].split()
        author = Names((Name(family=names[-1], given=" ".join(names[:-1])),))
        entry = Entry("book", "", {"author": author, "title": named["title"].strip('“”«»"*_ ')})
        return Reference(span, printed, entry, role="note", confidence=_SURE)
    reference = next(iter(parse_references([printed])))
    fields = dict(reference.entry.fields)
    anonymous = _ANONYMOUS.fullmatch(printed)
    if anonymous is not None and not fields.keys() & {"author", "editor", "volume", "number"}:
        fields["title"] = anonymous["title"].strip("*_ ,")
        fields.pop("journaltitle", None)
        reference = replace(reference, confidence=max(reference.confidence, _SURE))
    if reference.entry.type in _PLACES:
        fields.pop("pages", None)
    if not _is_source(reference, fields):
        return _archival(span, printed)
    at = bisect_left(reading.document.hyperlinks, span.start, key=lambda link: link.span.start)
    for link in reading.document.hyperlinks[at : at + 1]:
        if span.contains(link.span):
            fields["url"] = link.url
    entry = Entry(reference.entry.type, "", fields)
    return Reference(span, printed, entry, role="note", confidence=reference.confidence)


def _is_source(reference: Reference, fields: Mapping[str, Value]) -> bool:
    """Whether enough was read for a source, and surely enough; an issue of a newspaper needs no
    title."""
    dated = any(name in fields for name in ("author", "date", "publisher"))
    date = fields.get("date")
    issue = "journaltitle" in fields and isinstance(date, Date) and date.day is not None
    titled = "title" in fields or fields.keys() >= _UNTITLED
    return dated and ((titled and reference.confidence >= _SURE) or issue)


# What archives number: "AGI, Contratación 5102, fol. 88v", "Nachlass Weber, Kasten 3".
_ARCHIVAL = re.compile(
    r"\b(?:fols?\.|box\s\d|folder\s\d|Kasten\s\d|Bl\.\s?\d|MSS?\.?\s|Archiv\w*|Archives?\b|Archivo|Archivio"
    r"|Record Office|Papers\b|Nachlass|BArch|ф\.\s?\d|оп\.\s?\d)"
)
_FOLIO = re.compile(r"[,.]?\s(?:fols?|ff?|Bl|pp?|S|л|с)\.\s?[\d–rv-]+$")
_ARCHIVE_WORDS = 16  # of a shelf mark; more is prose


def _archival(span: Span, printed: str) -> Reference | None:
    """What an archive keeps, called by its shelf mark."""
    if not _ARCHIVAL.search(printed) or len(printed.split()) > _ARCHIVE_WORDS or "." in printed[:2]:
        return None
    title = _FOLIO.sub("", printed)
    entry = Entry("unpublished", "", {"title": title})
    return Reference(span, printed, entry, role="note", confidence=_SURE)


# A book without an author: "The Miller's Complaint (Lynn, 1815), 1".
_ANONYMOUS = re.compile(
    r"(?P<title>[^\W\d_a-zа-яё][^()“”«»\"]{4,120})\((?:[^()]{1,60}[,:\s])?\d{4}\)(?:,.{1,30})?"
)


def _without_markup(reading: Reading, span: Span) -> str:
    text, start = "", span.start
    for markup in reading.markup.within(span.start, span.end):
        text += reading.text[start : markup.start]
        start = markup.end
    return " ".join((text + reading.text[start : span.end]).split())
