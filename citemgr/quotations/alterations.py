"""How a quoting writer shows that words were changed: brackets, ellipses, [sic], notes on emphasis.

The forms are those of The Chicago Manual of Style 13.50-13.62, the MLA Handbook 6.58 and their
counterparts in other languages. A remark on emphasis or translation is a bracket with a word for
the thing and, in round brackets, which the quoted author may use too, a word for whose it is.
"""

from __future__ import annotations

import re

from citemgr.model import Alteration, AlterationKind, Span

# Beginnings of the words for emphasis and for translation, by language.
_EMPHASIS = re.compile(
    r"\b(?:emphas|italic|underlin|hervorh|herv\.|kursiv|sperr|soulign|italique|gras\b|énfasis|cursiv"
    r"|subraya|negrita|corsiv|enfasi|grassett|sottolinea|курсив|выдел|подч[её]рк|разрядк|grif|itálic"
    r"|destaque|podkreśl|wyróżn|cursiver|nadruk|kursiver|framheva)|着重|强调|強調|傍点|圏点|下線",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(
    r"\b(?:transl|trans\.|übers|dt\.\sv|traduit|tradu[cç]|trad\.|traduzi|traduz|перев|пер\.|tłum"
    r"|przekł|översätt|overs|vertal)|[译訳譯]",
    re.IGNORECASE,
)
# Whose it is, or since when.
_WHOSE = re.compile(
    r"\b(?:added|mine|my|ours?|suppli|omitted|in\s(?:the\s)?original|original|author|by\b"
    r"|im?\s?o(?:rig)|i\.\s?o\.|d\.\s?(?:verf|a\.)|von\smir|vom\sverf|eigene|meine|unsere|durch"
    r"|nous|nos\b|je\b|ma\b|mes\b|notre|nôtre|auteur|ajout|mí[oa]s?|nuestr|añadid|propi|autor|del\s|mi[aeo]i?\b|miei"
    r"|nostr|aggiunt|nel\stesto|dell|мо[йея]|наш|автор|мно[йюе]|нами|meu|minha|noss|acresc|moje|własn|autora"
    r"|toegev|van\sde|min\b|vår|mitt)|笔者|筆者|引者|原文|作者|本人|引用者",
    re.IGNORECASE,
)
_OPENING, _CLOSING = r"\[(（【［", r"\])）】］"
_BEGINNINGS = f"{_EMPHASIS.pattern}|{_TRANSLATION.pattern}"
# Kind -> pattern, the first that matches at a place; brackets belong to the alteration.
_FORMS = re.compile(
    rf"""
      (?P<sic> [{_OPENING}]\s*(?:sic|sic!|so!|so\ im\ (?:Original|Orig\.)|так!
      |так\ в\ (?:тексте|оригинале)|ainsi|così|原文如此|ママ|!)\s*[!]?\s*[{_CLOSING}] )
    | (?P<remark> [{_OPENING}](?=[^{_OPENING}{_CLOSING}\n]{{0,40}}(?:{_BEGINNINGS}))
        [^{_OPENING}{_CLOSING}\n]{{2,70}}[{_CLOSING}] )
    | (?P<ellipsis> \\?[\[(<（]\s*(?:\\?\.\s?\\?\.\s?\\?\.(?:\s?\.)?|…+|‥+)\s*\\?[\])>）]
        | …+(?:\s?\.)? | (?<!\.)\.(?:[\s\xa0]?\.){{2,3}}(?!\.) )
    | (?P<case> \[[^\W\d_]\](?=[^\W\d_]) | (?<![^\W_])\([^\W\d_]\)(?=[^\W\d_]) )
    | (?P<insertion> \[(?!\^|@|\d{{1,3}}\]|\d{{1,3}}[,–-])[^\[\]\n]{{0,200}}\] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_alterations(text: str, span: Span) -> tuple[Alteration, ...]:
    """The shown alterations in `span` of `text`, in order."""
    found = []
    for match in _FORMS.finditer(text, span.start, span.end):
        kind = _remark(match[0]) if match.lastgroup == "remark" else match.lastgroup
        if kind:
            found.append(Alteration(AlterationKind(kind), Span(*match.span())))
    return tuple(found)


def _remark(bracket: str) -> str | None:
    """What a bracket is that has a word for emphasis or translation in it."""
    square = bracket[0] in "[【［"
    whose = _WHOSE.search(bracket) is not None
    if not whose and not square:
        return None
    if _EMPHASIS.search(bracket):
        return "emphasis"
    return "translation" if whose or len(bracket.split()) == 1 else "insertion"
