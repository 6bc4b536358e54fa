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
_QUOTED = re.compile(r"\\enquote\*?\s*\{(?P<words>[^{}]*)\}")
_RAISED = re.compile(r"\$\s*(?P<kind>[\^_])\s*\{?(?P<words>[\w+\-]+)\}?\s*\$")
_DIGITS = {
    "^": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "_": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}
_ESCAPED = re.compile(r"\\([&%$#_{}])")
# Stand for escaped braces while the others are taken off.
_HELD = {"{": "\ue000", "}": "\ue001"}


def escape(text: str) -> str:
    """`text` with TeX's reserved characters escaped."""
    return _TO_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)


def unescape(text: str) -> str:
    """The Unicode text that `text` sets; braces that only group are taken off."""
    if "\\" not in text and "{" not in text and "$" not in text and "-" not in text:
        return _spaced(text.replace("~", " "))
    text = _ESCAPED.sub(lambda match: _HELD.get(match[1], match[1]), text)
    text = _ACCENT.sub(_accented, text)
    text = _QUOTED.sub(lambda match: f"“{match['words']}”", text)
    text = _RAISED.sub(lambda match: match["words"].translate(_DIGITS[match["kind"]]), text)
    text = _STYLED.sub(lambda match: "{" if match[0].startswith("{") else "", text)
    text = _COMMAND.sub(lambda match: _LETTERS.get(match["name"], match[0]), text)
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    text = text.replace("{", "").replace("}", "").replace("~", " ")
    for brace, held in _HELD.items():
        text = text.replace(held, brace)
    return _spaced(text)


def _accented(match: re.Match[str]) -> str:
    letter = next(match[name] for name in "abcd" if match[name]).lstrip("\\")
    accent = _ACCENTS[match["mark"] or match["letter"]]
    return unicodedata.normalize("NFC", letter + accent)


def _spaced(text: str) -> str:
    return " ".join(text.split())
