"""How a quoting writer shows that words were changed: brackets, ellipses, [sic], notes on emphasis.

The forms are those of The Chicago Manual of Style 13.50-13.62, the MLA Handbook 6.58 and their
counterparts in German, French, Spanish, Italian and Russian.
"""

from __future__ import annotations

import re

from citemgr.model import Alteration, AlterationKind, Span

_EMPHASIS = (
    r"(?:my |our )?emphas[ie]s (?:added|mine|ours|in (?:the )?original)|emphasis supplied"
    r"|italics (?:added|mine)|"
    r"my emphasis|my italics|Hervorh(?:ebung|\.)[^\])]{0,40}|Herv\. [^\])]{0,30}|(?:c’est"
    r"|c'est) nous qui soulignons|"
    r"je souligne|nous soulignons|souligné par [^\])]{0,30}|(?:el )?énfasis (?:es )?(?:añadido"
    r"|mío|nuestro)|"
    r"(?:la )?cursiva (?:es )?(?:mía|nuestra|añadida)|corsivo (?:mio|nostro|aggiunto)"
    r"|enfasi aggiunta|"
    r"курсив (?:мой|наш|автора)[^\])]{0,20}|выделено [^\])]{0,30}|podkreślenie [^\])]{0,20}"
    r"|grifo (?:meu|nosso)"
)
_TRANSLATION = (
    r"(?:my|our|author[’']s) (?:own )?transl(?:ation|\.)|transl(?:ation)?\.? (?:mine|ours"
    r"|by the author)|translated|"
    r"Übers(?:etzung|\.)[^\])]{0,40}|(?:ma|notre) traduction|trad(?:uit|uction)?\.?[^\])]{0,30}|"
    r"(?:mi|nuestra) traducción|traducción (?:mía|propia|nuestra)|(?:mia|nostra) traduzione"
    r"|traduzione mia|"
    r"перевод (?:мой|наш|автора)[^\])]{0,20}|tradução (?:minha|nossa)"
)
# Kind -> pattern, the first that matches at a place; brackets belong to the alteration.
_FORMS = re.compile(
    rf"""
      (?P<sic> [\[(]\s*(?:sic|sic!|so!|so\ im\ Original|так\ в\ (?:тексте|оригинале)
      |!)\s*[!]?\s*[\])] )
    | (?P<emphasis> [\[(]\s*(?:{_EMPHASIS.replace(" ", chr(92) + " ")})[.]?\s*[\])] )
    | (?P<translation> [\[(]\s*(?:{_TRANSLATION.replace(" ", chr(92) + " ")})[.]?\s*[\])] )
    | (?P<ellipsis> \\?[\[(<]\s*(?:\\?\.\s?\\?\.\s?\\?\.(?:\s?\.)?|…|‥+)\s*\\?[\])>]
        | …+(?:\s?\.)? | (?<!\.)\.(?:[\s\xa0]?\.){{2,3}}(?!\.) | ……+ )
    | (?P<case> \[[^\W\d_]\](?=[^\W\d_]) | (?<![^\W_])\([^\W\d_]\)(?=[^\W\d_]) )
    | (?P<insertion> \[(?!\^|@|\d{{1,3}}\]|\d{{1,3}}[,–-])[^\[\]\n]{{0,200}}\] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_alterations(text: str, span: Span) -> tuple[Alteration, ...]:
    """The shown alterations in `span` of `text`, in order."""
    return tuple(
        Alteration(AlterationKind(match.lastgroup), Span(*match.span()))
        for match in _FORMS.finditer(text, span.start, span.end)
        if match.lastgroup
    )
