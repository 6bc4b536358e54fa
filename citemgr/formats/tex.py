"""TeX to Unicode and back, as far as bibliographies need it.

Escaping covers the ten characters that TeX reserves (The TeXbook, chapter 7); Unicode letters are
kept, which LaTeX (since 2018) and biber take as they are. Decoding knows the accents and letters of
The LaTeX Companion, section 7; a command that it does not know stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_TO_ESCAPE = re.compile(r"[\\&%$#_{}^~]")
# Accent command -> combining character.
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
}
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textdegree": "°",
    "textregistered": "®",
    "texttrademark": "™",
    "copyright": "©",
    "pounds": "£",
    "texteuro": "€",
    "euro": "€",
    "S": "§",
    "P": "¶",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "guillemotleft": "«",
    "guillemotright": "»",
    "glqq": "„",
    "grqq": "“",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "mu": "μ",
    "pi": "π",
    "times": "×",
    "textmu": "μ",
    "textperiodcentered": "·",
    "textbullet": "•",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textasteriskcentered": "*",
    "textsection": "§",
    "textparagraph": "¶",
    "textcopyright": "©",
    "textsterling": "£",
    "textyen": "¥",
    "textcent": "¢",
    "textpm": "±",
    "texttimes": "×",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textdagger": "†",
    "dag": "†",
    "ddag": "‡",
    "textnumero": "№",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "quotesinglbase": "‚",
    "quotedblbase": "„",
    "ng": "ŋ",
    "NG": "Ŋ",
    "slash": "/",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
}
_STYLES = (
    "emph|textit|textbf|textsc|textrm|texttt|textsf|textup|textsl|mathrm|mathit|mkbibquote|url"
)
_ACCENT = re.compile(
    r"""\\(?:
        (?P<mark>[`'^~"=.]) \s* (?:\{\s*(?P<a>\\?[^\W\d_])\s*\}|(?P<b>\\?[^\W\d_]))
      | (?P<letter>[uvHcdbkr]) (?:\s*\{\s*(?P<c>\\?[^\W\d_])\s*\}|\s+(?P<d>\\?[^\W\d_]))
    )""",
    re.VERBOSE,
)
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)(?:\s+|\{\}|(?![A-Za-z]))")
_STYLED = re.compile(rf"\\(?:{_STYLES})\s*(?=\{{)|\{{\\(?:em|it|bf|sc|tt|rm|itshape|bfseries)\s+")
# A change of the font for all that follows, and environments, which say nothing.
_FONTS = frozenset("em it bf sc tt rm sf sl itshape bfseries scshape ttfamily upshape".split())
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{[a-z]+\*?\}")
# Commands that print nothing of their argument, and the one that prints the second of two.
_UNPRINTED = re.compile(r"\\(?:[vh]?phantom|[vh]space\*?|label|index)\s*\{[^{}]*\}")
_LINKED = re.compile(r"\\href\s*\{[^{}]*\}\s*(?=\{)")
_QUOTED = re.compile(r"\\enquote\*?\s*\{(?P<words>[^{}]*)\}")
_RAISED = re.compile(
    r"\$\s*(?P<kind>[\^_])\s*\{?(?P<words>[\w+\-]+)\}?\s*\$"
    r"|\\text(?P<name>super|sub)script\s*\{(?P<set>[\w+\-=()]+)\}"
)
_LEVELS = {
    "super": ("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "sub": ("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
_DIGITS = {name: str.maketrans(*pair) for name, pair in _LEVELS.items()}
_PLAIN = {name: str.maketrans(*reversed(pair)) for name, pair in _LEVELS.items()}
_KINDS = {"^": "super", "_": "sub"}
# Raised and lowered characters, for which TeX's fonts have commands and no letters. `²` and `³` are
# in all of them.
_SET_RAISED = re.compile(r"(?P<super>(?=[²³]*[⁰¹⁴-ⁿ])[⁰¹²³⁴-ⁿ]+)|(?P<sub>[₀-₎]+)")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
# Mathematics that TeX must see as it is: it has a command, an index or an exponent in it. Any other
# is letters and digits, and reads the same without its dollars.
_MATH = re.compile(r"\$[^$]*[\\_^][^$]*\$")
_LETTERS_ONLY = re.compile(r"\$([^$]*)\$")
_UNKNOWN = re.compile(r"\\[A-Za-z]+\*?\s*(?=\{)")
# Stand for escaped characters while braces and mathematics are read.
_HELD = {
    "{": "\ue000",
    "}": "\ue001",
    "$": "\ue002",
    "_": "\ue003",
    "\\": "\ue004",
    "~": "\ue005",
}
_SPACING = re.compile(r"\\(?:[ ,;:!/@]|(?=\s))")


def escape(text: str) -> str:
    """`text` with TeX's reserved characters escaped; mathematics stays as it is."""
    parts = []
    at = 0
    for math in _MATH.finditer(text) if "$" in text else ():
        parts += [_escaped(text[at : math.start()]), _balanced(math[0])]
        at = math.end()
    return _SET_RAISED.sub(_lettered, "".join([*parts, _escaped(text[at:])]))


def _lettered(match: re.Match[str]) -> str:
    name = "super" if match["super"] else "sub"
    return f"\\text{name}script{{{match[0].translate(_PLAIN[name])}}}"


def _escaped(text: str) -> str:
    """BibTeX counts escaped braces too, so those without a partner are written as commands."""
    escapes = _ESCAPES if _closes(text) else _ESCAPES | _LONE_BRACES
    return _TO_ESCAPE.sub(lambda match: escapes[match[0]], text)


def _closes(text: str) -> bool:
    depth = 0
    for character in text if "{" in text or "}" in text else "":
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _balanced(math: str) -> str:
    """Mathematics whose braces close; any other is text."""
    return math if _closes(math) and not math.endswith("\\$") else _escaped(math)


def unescape(text: str) -> str:
    """The Unicode text that `text` sets; braces that only group are taken off."""
    if "\\" not in text and "{" not in text and "$" not in text and "-" not in text:
        return _spaced(text.replace("~", " "))
    parts = []
    at = 0
    decoded = decode(text)
    for math in _MATH.finditer(decoded) if "$" in decoded else ():
        parts += [_ungrouped(decoded[at : math.start()]), math[0]]
        at = math.end()
    return release(_spaced("".join([*parts, _ungrouped(decoded[at:])])))


def decode(text: str) -> str:
    """`text` with its commands as Unicode and its grouping braces kept; escaped braces, dollars
    and underscores are held apart until `release`."""
    text = _ESCAPED.sub(lambda match: _HELD.get(match[1], match[1]), text)
    parts = []
    at = 0
    text = _RAISED.sub(_raised, text)
    for math in _MATH.finditer(text) if "$" in text else ():
        parts += [_decoded(text[at : math.start()]), math[0]]
        at = math.end()
    return "".join([*parts, _decoded(text[at:])])


def _raised(match: re.Match[str]) -> str:
    name = match["name"] or _KINDS[match["kind"]]
    return (match["set"] or match["words"]).translate(_DIGITS[name])


def release(text: str) -> str:
    """`text` with the characters that `decode` held apart."""
    for character, held in _HELD.items():
        text = text.replace(held, character)
    return text


def _decoded(text: str) -> str:
    if "\\" in text:
        text = _LINKED.sub("", _UNPRINTED.sub("", _ENVIRONMENT.sub("", text)))
        text = _ACCENT.sub(_accented, text)
        text = _QUOTED.sub(lambda match: f"“{match['words']}”", text)
        text = _STYLED.sub(lambda match: "{" if match[0].startswith("{") else "", text)
        text = _UNKNOWN.sub(_command, text)
        text = _COMMAND.sub(_command, text)
        text = _SPACING.sub(" ", text)
    text = text.replace("---", "—").replace("--", "–")
    return text.replace("``", "“").replace("''", "”")


def _command(match: re.Match[str]) -> str:
    """The character of a command; an unknown one leaves its argument, or else stays."""
    name = match[0].strip().lstrip("\\").removesuffix("{}").strip()
    if name in _LETTERS:
        return _HELD.get(_LETTERS[name], _LETTERS[name])
    return "" if match.re is _UNKNOWN or name in _FONTS else match[0]


def _ungrouped(text: str) -> str:
    return _LETTERS_ONLY.sub(r"\1", text.replace("{", "").replace("}", "").replace("~", " "))


def _accented(match: re.Match[str]) -> str:
    letter = next(match[name] for name in "abcd" if match[name]).lstrip("\\")
    accent = _ACCENTS[match["mark"] or match["letter"]]
    return unicodedata.normalize("NFC", letter + accent)


def _spaced(text: str) -> str:
    return " ".join(text.split())
