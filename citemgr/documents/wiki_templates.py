"""The templates of a wiki that quote or cite, as the text they print (names of the English
Wikipedia, and their counterparts in other languages)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from citemgr.documents.wiki_works import key_of, page_of, work_of
from citemgr.model import CitedKey, Span

if TYPE_CHECKING:
    from citemgr.documents.wiki import Wiki

Parameters = Mapping[str, Span]

_PART = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_NAMED = re.compile(r"\s*(?P<name>[^=\[\]{}<>|]{1,40}?)\s*=\s*")
_QUOTES = re.compile(
    r"(?:block|long|centered|cite ?|c|r|imp|bq)?\s?quot(?:e|ation)s?(?: ?box)?|zitat"
    r"|citation bloc|cita|citazione|цитата|cytat|talkquote|poemquote",
    re.IGNORECASE,
)
_SHORT_CITES = re.compile(
    r"sfnp?|sfnm|harvnb|harvp?|harvtxt|harvcolnb|harvcol|harvs", re.IGNORECASE
)
_CITES = re.compile(
    r"(?:cite|vcite|citar|literatur|ouvrage|article|cita|книга|статья)\b.*|citation|internetquelle",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"lang(?:-\w+)?|transl(?:iteration)?|'|\"|nowrap|nobr|abbr|small|em|strong|sic|visible anchor",
    re.I,
)
_MARKS = {
    "'": "'",
    '"': '"',
    "!": "|",
    "=": "=",
    "snd": " – ",
    "spnd": " – ",
    "ndash": "–",
    "mdash": "—",
    "nbsp": "\u00a0",
    "spaced ndash": " – ",
    "dash": " – ",
    "ellipsis": "…",
    "...": "…",
}
# What a citation prints, in the order of the English Wikipedia's style: parameters of which the
# first that is given counts, and what stands before and behind them.
_PRINTED: tuple[tuple[Sequence[str], str, str], ...] = (
    (("date", "year", "jahr", "datum", "année", "год"), " (", ")."),
    (("chapter", "contribution", "section"), " “", "”."),
    (("title", "titel", "titre", "заглавие", "título"), " ", "."),
    (("work", "journal", "newspaper", "magazine", "website", "sammelwerk", "périodique",
      "encyclopedia", "book-title"), " ", "."),
    (("edition", "auflage"), " ", " ed."),
    (("volume", "band", "том"), " Vol. ", ","),
    (("issue", "number", "nummer"), " no. ", "."),
    (("location", "place", "ort", "lieu", "место"), " ", ":"),
    (("publisher", "verlag", "éditeur", "издательство"), " ", "."),
    (("pages", "page", "seiten", "passage", "страницы", "p", "pp"), " pp. ", "."),
    (("doi",), " doi:", "."),
    (("isbn", "isbn13"), " ISBN ", "."),
    (("url",), " ", "."),
)  # fmt: skip


def write_template(wiki: Wiki, start: int, end: int) -> int:
    """Write what the template in `source[start:end]` prints, nothing where it is not known; where
    to go on."""
    parameters = dict(_parameters(wiki.source, start + 2, end - 2))
    name = " ".join(
        parameters.pop("", Span(start, start)).of(wiki.source).replace("_", " ").split()
    )
    if name in _MARKS:
        wiki.draft.glyphs(_MARKS[name], start)
    elif _QUOTES.fullmatch(name):
        return _quotation(wiki, parameters, end)
    elif _SHORT_CITES.fullmatch(name):
        _short(wiki, name.lower(), parameters, start)
    elif _CITES.fullmatch(name):
        _citation(wiki, name, parameters)
    elif _WORDS.fullmatch(name) and parameters:
        places = [key for key in parameters if key.isdecimal()]
        if places:
            wiki.inline(*parameters[max(places)])
    return end


def _parameters(source: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The name under "", then each parameter by its name or number."""
    number = 0
    for at, span in enumerate(_parts(source, start, end)):
        if at == 0:
            yield "", span
            continue
        named = _NAMED.match(source, *span)
        if named is None:
            number += 1
            yield str(number), span
        else:
            yield named["name"].strip().lower(), Span(named.end(), span.end)


def _parts(source: str, start: int, end: int) -> Iterator[Span]:
    depth = 0
    at = start
    for match in _PART.finditer(source, start, end):
        if match[0] in {"{{", "[["}:
            depth += 1
        elif match[0] != "|":
            depth -= 1
        elif depth == 0:
            yield Span(at, match.start())
            at = match.end()
    yield Span(at, end)


def _first(source: str, parameters: Parameters, names: Sequence[str]) -> Span | None:
    for name in names:
        span = parameters.get(name)
        if span is not None and span.of(source).strip():
            return span
    return None


def _quotation(wiki: Wiki, parameters: Parameters, end: int) -> int:
    words = _first(wiki.source, parameters, ("text", "quote", "zitat", "texte", "1", "content"))
    if words is None:
        return end
    named = (("author", "sign", "autor", "auteur", "2", "by"), ("source", "title", "quelle", "3"))
    credit = [_first(wiki.source, parameters, names) for names in named]
    return wiki.quotation(*words, end, [span for span in credit if span is not None])


def _short(wiki: Wiki, name: str, parameters: Parameters, start: int) -> None:
    """`{{sfn|Smith|Jones|1990|p=33}}`: a note "Smith & Jones 1990, p. 33"; harv: the same in
    brackets."""
    places = sorted((key for key in parameters if key.isdecimal()), key=int)
    parts = [parameters[key].of(wiki.source).strip() for key in places]
    if not parts:
        return
    page = _first(wiki.source, parameters, ("p", "pp", "page", "pages", "loc"))
    names = " & ".join(parts[:-1]) or parts[0]
    shown = f"{names} {parts[-1]}" if len(parts) > 1 else names
    place = page.of(wiki.source).strip() if page is not None else ""
    if place:
        several = _first(wiki.source, parameters, ("pp", "pages")) is not None
        shown += f", {'pp' if several else 'p'}. {place}"
    cited = CitedKey(key_of(parts), page_of(place))
    if name.startswith("sfn"):
        wiki.short_note(shown, start, cited)
    else:
        mark = wiki.draft.mark()
        wiki.draft.glyphs(f"({shown})" if name in {"harv", "harvcol"} else shown, start)
        wiki.note_citation(mark, cited)


def _people(source: str, parameters: Parameters) -> Iterator[tuple[Span, Span | None]]:
    for number in ("", "1", "2", "3", "4", "5", "6", "7", "8"):
        family = _first(source, parameters, (f"last{number}", f"surname{number}", f"nom{number}"))
        given = _first(source, parameters, (f"first{number}", f"given{number}", f"prénom{number}"))
        whole = _first(source, parameters, (f"author{number}", f"autor{number}", f"автор{number}"))
        if family is not None:
            yield family, given
        elif whole is not None:
            yield whole, None


def _citation(wiki: Wiki, name: str, parameters: Parameters) -> None:
    """Print what a citing template says, and carry the work that it describes."""
    texts = {key: wiki.plain(span) for key, span in parameters.items()}
    work = work_of(name, texts)
    mark = wiki.draft.mark()
    _printed(wiki, parameters)
    if work is not None:
        wiki.carry(work, mark)


def _printed(wiki: Wiki, parameters: Parameters) -> None:
    draft = wiki.draft
    for number, (family, given) in enumerate(_people(wiki.source, parameters)):
        if number:
            draft.glyphs("; ", family.start)
        wiki.inline(*_stripped(wiki.source, family))
        if given is not None:
            draft.glyphs(", ", given.start)
            wiki.inline(*_stripped(wiki.source, given))
    for names, before, behind in _PRINTED:
        span = _first(wiki.source, parameters, names)
        if span is not None:
            draft.glyphs(before, span.start)
            wiki.inline(*_stripped(wiki.source, span))
            draft.glyphs(behind, span.end)


def _stripped(source: str, span: Span) -> Span:
    words = span.of(source)
    first = span.start + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))
