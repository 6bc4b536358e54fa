"""Formulas of TeX as Unicode text, for formats that know no TeX: `$10^{-3}\\,\\mu$m`, `10⁻³ μm`.

A formula is set so only where every sign of it has a character (Unicode Technical Report 25); any
other stays as TeX has it, for half of a formula would say something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from citemgr.model import Entry
from citemgr.values import Value

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
    "kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ "
    "upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π "
    "Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)
_SIGNS = (
    "times × pm ± mp ∓ cdot · div ÷ ast ∗ star ⋆ circ ° degree ° bullet • leq ≤ le ≤ geq ≥ ge ≥ "
    "neq ≠ ne ≠ approx ≈ sim ~ simeq ≃ equiv ≡ propto ∝ ll ≪ gg ≫ infty ∞ partial ∂ nabla ∇ to → "
    "rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ uparrow ↑ downarrow ↓ "
    "langle ⟨ rangle ⟩ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ emptyset ∅ "
    "forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ "
    "sum ∑ prod ∏ int ∫ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ dagger † prime ′ ldots … dots … cdots ⋯ "
    "vdash ⊢ models ⊨ top ⊤ bot ⊥ square □ Box □ diamond ◇ Diamond ◇ lfloor ⌊ rfloor ⌋ "
    "lceil ⌈ rceil ⌉ slash / mid | vert | colon : backslash \\"
)
_WORDS = f"{_GREEK} {_SIGNS}".split()
_CHARACTERS = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
# Names of functions stand as they are; what only spaces or sizes is nothing.
_NAMES = frozenset("sin cos tan log ln exp lim max min sup inf det dim ker deg gcd arg mod".split())
_NOTHING = frozenset("left right big Big bigg Bigg displaystyle textstyle limits nolimits".split())
# What only takes the room of its argument.
_UNSEEN = frozenset({"vphantom", "hphantom", "phantom", "hspace", "vspace"})
_SPACES = frozenset({",", ";", ":", " ", "quad", "qquad", "!"})
_ALPHABETS = frozenset(
    "mathrm mathit mathbf mathsf mathtt mathcal text textrm textit textbf textsc textup mbox rm it "
    "operatorname boldsymbol bm emph ensuremath".split()
)
_DOUBLE = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
_OVER = {"bar": "\u0304", "overline": "\u0305", "hat": "\u0302", "tilde": "\u0303",
         "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308"}  # fmt: skip
_RAISED = dict(
    zip(
        "0123456789+-=()nabcdefghijklmoprstuvwxyzTABDEGHIJKLMNOPRUVW′*∗°",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵁⱽᵂ′**°",
        strict=True,
    )
)
_LOWERED = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
# What has neither a command nor an index between its dollars is a price, or was set plain before.
_FORMULA = re.compile(
    r"\$\$?(?P<a>[^$]*[\\_^][^$]*)\$\$?|\\\((?P<b>.+?)\\\)|\\ensuremath\{(?P<c>[^{}]+)\}"
)
# A blank ends the name of a command; right inside brackets it means nothing else.
_INSIDE = re.compile(r"([⟨⌈⌊])\s+|\s+(?=[⟩⌉⌋])")
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
# Formulas nested deeper than this are left to TeX.
_DEEPEST = 20


class _NoCharacterError(Exception):
    """A sign of the formula has no character."""


def plain(entry: Entry) -> Entry:
    """The entry with the formulas of its texts as Unicode, where they can be."""
    changed = {
        name: plain_text(value)
        for name, value in entry.fields.items()
        if isinstance(value, str) and ("$" in value or "\\" in value)
    }
    fields: Mapping[str, Value] = {**entry.fields, **changed}
    return replace(entry, fields=fields) if changed else entry


def plain_text(text: str) -> str:
    """The text with its formulas as Unicode, where they can be."""
    return _FORMULA.sub(_set, text) if "$" in text or "\\" in text else text


def _set(formula: re.Match[str]) -> str:
    tokens = _TOKEN.findall(formula["a"] or formula["b"] or formula["c"])
    try:
        text = "".join(_characters(iter(tokens), "", 0))
    except _NoCharacterError:
        return formula[0]
    return unicodedata.normalize("NFC", _INSIDE.sub(r"\1", " ".join(text.split())))


def _characters(tokens: Iterator[str], end: str, depth: int) -> Iterator[str]:
    """The characters of the tokens up to `end`."""
    if depth > _DEEPEST:
        raise _NoCharacterError
    for token in tokens:
        if token == end:
            return
        yield _one(token, tokens, depth)
    if end:
        raise _NoCharacterError


def _one(token: str, tokens: Iterator[str], depth: int) -> str:
    if token == "{":
        return "".join(_characters(tokens, "}", depth + 1))
    if token in "^_":
        table = _RAISED if token == "^" else _LOWERED
        return _shifted(table, _argument(tokens, depth))
    if token == "~":
        return " "
    if not token.startswith("\\"):
        if token in "}&%#":
            raise _NoCharacterError
        return token
    return _command(token[1:], tokens, depth)


def _command(name: str, tokens: Iterator[str], depth: int) -> str:
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    if name in _SPACES:
        return "" if name == "!" else " "
    if name in _NOTHING:
        return ""
    if name in _NAMES or not name.isalpha():
        return name
    if name in _UNSEEN:
        _argument(tokens, depth)
        return ""
    if name in _ALPHABETS:
        return _argument(tokens, depth)
    if name == "mathbb":
        return "".join(_found(_DOUBLE, each) for each in _argument(tokens, depth))
    if name in _OVER:
        return "".join(each + _OVER[name] for each in _argument(tokens, depth))
    if name in {"sp", "sb"}:
        return _shifted(_RAISED if name == "sp" else _LOWERED, _argument(tokens, depth))
    raise _NoCharacterError


def _argument(tokens: Iterator[str], depth: int) -> str:
    """The next token that is no blank, or the group that it opens."""
    token = next((each for each in tokens if not each.isspace()), "}")
    if depth > _DEEPEST:
        raise _NoCharacterError
    return _one(token, tokens, depth + 1)


def _shifted(table: Mapping[str, str], text: str) -> str:
    """Raised or lowered text; a word, as in `4ème`, stands on the line where a letter of it cannot
    be shifted."""
    if len(text) > 1 and text.isalpha() and not all(each in table for each in text):
        return text
    return "".join(_found(table, each) for each in text)


def _found(table: Mapping[str, str], character: str) -> str:
    if character.isspace():
        return character
    if character not in table:
        raise _NoCharacterError
    return table[character]
