"""What LaTeX's commands stand for: characters, accents, and what is no part of the text.

Characters after the LaTeX2e symbol list and the manuals of babel and csquotes; commands that are
not listed leave their arguments standing, which is right for all that only change a look.
"""

from __future__ import annotations

import unicodedata

# Command -> the characters that it prints.
SYMBOLS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": "\u202f",
    ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", "\n": " ", "\t": " ",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textquotedblleft": "“",
    "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’", "quotedblbase": "„",
    "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«",
    "frqq": "»", "flq": "‹", "frq": "›", "og": "« ", "fg": " »", "lq": "‘", "rq": "’",
    "textendash": "–", "textemdash": "—", "textquotesingle": "'", "textquotedbl": '"',
    "slash": "/", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "ss": "ß",
    "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡",
    "pounds": "£", "euro": "€", "texteuro": "€", "copyright": "©", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "textordmasculine": "º", "textordfeminine": "ª",
    "textperiodcentered": "·", "textbullet": "•", "textless": "<", "textgreater": ">",
    "textbar": "|", "textunderscore": "_", "textdollar": "$", "textparagraph": "¶",
    "textsection": "§", "textexclamdown": "¡", "textquestiondown": "¿", "TeX": "TeX",
    "LaTeX": "LaTeX", "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "enspace": " ", "space": " ",
    "thinspace": "\u202f", "nobreakspace": "\u00a0", "newline": "\n", "linebreak": "\n",
    "textelp": "[…]", "today": "",
}  # fmt: skip
# Signs that TeX joins into one, longest first.
LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", '"`': "„", "\"'": "“", '"<': "«", '">': "»",
    '"=': "-", '"~': "-", '"-': "", "<<": "«", ">>": "»", ",,": "„", "?`": "¿", "!`": "¡",
    "`": "‘", "'": "’", "~": "\u00a0",
}  # fmt: skip
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
# Commands that print nothing, with the number of their arguments in braces.
SILENT = {
    "label": 1, "vspace": 1, "hspace": 1, "includegraphics": 1, "usepackage": 1, "pagestyle": 1,
    "documentclass": 1, "bibliographystyle": 1, "thispagestyle": 1, "setlength": 2,
    "addtolength": 2, "setcounter": 2, "addtocounter": 2, "newcounter": 1, "newlength": 1,
    "newtheorem": 2, "hypersetup": 1, "definecolor": 3,
    "color": 1, "pagenumbering": 1, "index": 1, "glossary": 1, "nocite": 1, "hyphenation": 1,
    "DeclareMathOperator": 2, "graphicspath": 1, "geometry": 1, "selectlanguage": 1,
    "setmainfont": 1, "markboth": 2, "markright": 1, "addcontentsline": 3, "phantom": 1,
    "hphantom": 1, "vphantom": 1, "rule": 2, "raisebox": 1, "ExecuteBibliographyOptions": 1,
    "lstset": 1, "MakeOuterQuote": 1, "SetBlockThreshold": 1, "DeclareQuoteAlias": 2,
    "fontsize": 2, "bibitemdeclare": 2, "textdel": 1, "todo": 1,
    "marginpar": 1, "marginnote": 1, "captionsetup": 1, "date": 1, "DeclareFieldFormat": 2,
    "renewbibmacro": 2, "setstretch": 1, "bibinfo": 1, "bibnamedelima": 0, "textcolor": 1,
    "foreignlanguage": 1, "begingroup": 0, "ref": 1, "pageref": 1, "eqref": 1, "autoref": 1,
    "cref": 1, "Cref": 1,
}  # fmt: skip
# Environments whose content is not prose.
CODE = frozenset({"verbatim", "verbatim*", "lstlisting", "minted", "Verbatim", "filecontents"})
MATHS = frozenset(
    "equation equation* align align* gather gather* multline multline* eqnarray eqnarray* math"
    " displaymath comment tikzpicture".split()
)
QUOTES = frozenset(
    "quote quotation quoting displayquote displaycquote foreigndisplayquote"
    " foreigndisplaycquote verse blockquote".split()
)
LISTS = frozenset({"itemize", "enumerate", "description", "compactitem", "compactenum"})
SECTIONS = {
    "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5,
    "subparagraph": 6, "title": 1, "subtitle": 2, "addchap": 1, "addsec": 2, "minisec": 4,
}  # fmt: skip


def accented(command: str, letters: str) -> str | None:
    """The letters with the accent that `command` sets on the first of them; None for no accent."""
    mark = _ACCENTS.get(command)
    if mark is None:
        return None
    base = {"\\i": "i", "\\j": "j", "ı": "i", "ȷ": "j"}.get(letters, letters)
    return unicodedata.normalize("NFC", base[:1] + mark) + base[1:] if base else ""


def is_accent(command: str) -> bool:
    """Whether `command` sets an accent."""
    return command in _ACCENTS
