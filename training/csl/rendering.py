"""From made-up works to labelled strings: pandoc renders them, the marks become labels."""

from __future__ import annotations

import json
import random
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypandoc

from training.csl.items import Item, item
from training.csl.styles import CLOSING, OPENING, UNLABELLED, marked, styles
from training.data import Example
from training.facts import Facts

# Languages of a style that is made for none, by weight.
_LANGUAGES = {
    "en": 70, "de": 8, "fr": 6, "es": 5, "it": 3, "pt": 3, "nl": 2, "ru": 2, "zh": 1,
}  # fmt: skip
_LOCALES = {
    "en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT",
    "nl": "nl-NL", "ru": "ru-RU", "zh": "zh-CN",
}  # fmt: skip
# Works rendered in one style; a style costs pandoc more than a work does.
PER_STYLE = 30
# A style that takes longer than this is left out.
SECONDS = 60
_MARKS = f"[{''.join(OPENING)}{CLOSING}]*"
# Doubled stops that a style engine takes for one, with marks between them.
_STOP_AFTER = re.compile(rf"([.?!…])({_MARKS})\.|([,;:])({_MARKS})\3")
_AFTER_QUOTE = re.compile(rf"([”’])({_MARKS})([.,])")


def rendered(facts: Facts, count: int, rng: random.Random) -> Iterator[Example]:
    """`count` references or somewhat more, each style used once before any is used again."""
    paths = list(styles())
    rng.shuffle(paths)
    done = 0
    for path in paths:
        if done >= count:
            return
        style = marked(path)
        if style is None:
            continue
        language = style[1] if style[1] in _LOCALES and rng.random() < 0.8 else _drawn(rng)
        items = [item(number, language, facts, rng) for number in range(PER_STYLE)]
        for line in _pandoc(items, style[0], _LOCALES[language]):
            example = _unmarked(line, f"csl/{path.stem}", language == "en")
            if example is not None:
                done += 1
                yield example


def _drawn(rng: random.Random) -> str:
    return rng.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]


def _pandoc(items: Sequence[Item], style: str, locale: str) -> Iterator[str]:
    """The rendered references of a style, marks and all; none where pandoc refuses the style."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "style.csl"
        path.write_text(style, encoding="utf-8")
        command = [
            pypandoc.get_pandoc_path(), "--from=csljson", "--to=json", "--citeproc",
            f"--csl={path}", f"--metadata=lang:{locale}",
        ]  # fmt: skip
        try:
            answer = subprocess.run(
                command, input=json.dumps(items).encode(), capture_output=True, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            return
    if answer.returncode:
        return
    for block in json.loads(answer.stdout)["blocks"]:
        for entry in block["c"][1] if block["t"] == "Div" else ():
            yield _flat(entry)


def _flat(node: object) -> str:
    """The text of a piece of pandoc's document tree."""
    if isinstance(node, list):
        return "".join(_flat(part) for part in node)
    if not isinstance(node, dict):
        return ""
    kind, content = node["t"], node.get("c")
    if kind == "Str":
        return str(content)
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    if kind == "Quoted":
        marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
        return marks[0] + _flat(content[1]) + marks[1]
    if kind in {"Span", "Link", "Div"}:
        apart = any(name.startswith("csl-") for name in content[0][1])
        return _flat(content[1]) + (" " if apart else "")
    return _flat(content) + (" " if kind in {"Para", "Plain"} else "")


def _unmarked(line: str, source: str, american: bool) -> Example | None:
    """The reference and its fields; None for one of which hardly anything was printed."""
    line = _STOP_AFTER.sub(_one_stop, line)
    if american:
        line = _AFTER_QUOTE.sub(r"\3\1\2", line)
    text, open_, fields = "", [], []
    for character in line:
        if character in OPENING:
            open_.append([OPENING[character], len(text), len(text)])
        elif character == CLOSING:
            if open_:
                label, start, _ = open_.pop()
                fields.append((label, start, len(text)))
        elif character != " " or text[-1:] not in {" ", ""}:
            text += character
    text = text.rstrip()
    kept = tuple(_innermost(fields, text))
    return Example(text, kept, source) if len(kept) > 1 and len(text) > 20 else None


def _one_stop(match: re.Match[str]) -> str:
    return "".join(part or "" for part in match.groups())


def _innermost(fields: Sequence[tuple[str, int, int]], text: str) -> Iterator[tuple[str, int, int]]:
    """The labelled fields, each without what a field inside it covers (its longest rest)."""
    for at, (label, start, stop) in enumerate(fields):
        stop = min(stop, len(text))
        # A field closes after all that stand inside it.
        inner = [(one, two) for _, one, two in fields[:at] if start <= one and two <= stop]
        rests = []
        for one, two in sorted(inner):
            rests.append((start, one))
            start = max(start, two)
        first, last = max([*rests, (start, stop)], key=lambda rest: rest[1] - rest[0])
        if label != UNLABELLED and any(map(str.isalnum, text[first:last])):
            yield label, first, last
