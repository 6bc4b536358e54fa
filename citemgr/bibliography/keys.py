"""Citation keys: `spegele2025world`, from the author's name, the year and the first word that
counts.

Keys are plain ASCII letters and digits, which every TeX takes; other scripts are transliterated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import count
from string import ascii_lowercase

from citemgr.model import CitemgrError, Entry
from citemgr.values import Date, Names

# Names of the parts: author, authors, year, title, journal, type.
DEFAULT_PATTERN = "{author}{year}{title}"
# Words that say nothing about a title, in the languages of most titles.
STOP_WORDS = frozenset(
    """
    a an the of on in at by for from to and or with as is are was were be not no its their into
    about after against between how what when where why who which do does did can that this these
    there here it
    der die das den dem des ein eine einer eines zur zum im am vom und oder von für mit auf aus bei
    nach über zu in an
    le la les l un une des du de d et ou à au aux en dans pour sur par avec sans
    el los las lo unos unas y o del al por para con sin su sus
    il gli i uno dei degli delle della dello nel nella e ed per tra fra di da
    os as um uma do da dos das no na nos nas em
    het een van voor op te
    och ett det om för av på till
    и в во на о об от до по с со к из за для не
    w z ze do od nad pod i oraz
    """.split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile(r"^(?:[ld]|qu|dell|nell|all|un)['’]", re.IGNORECASE)


def make_key(entry: Entry, taken: Collection[str], pattern: str = DEFAULT_PATTERN) -> str:
    """A key for `entry` that is not among `taken`; a letter is added where it would be.

    `taken` is asked for the key in lower case, since BibTeX tells no case; asking costs the same
    however many there are if it is a set.

    `pattern` may name `{author}`, `{authors}` (up to three), `{year}`, `{title}` (the first word
    that counts), `{journal}` and `{type}`. Raises `CitemgrError` for any other name.
    """
    key = _filled(pattern, entry)
    return next(each for each in _with_letters(key) if each.lower() not in taken)


def _filled(pattern: str, entry: Entry) -> str:
    parts = {name: part(entry) for name, part in _PARTS.items() if f"{{{name}" in pattern}
    try:
        return pattern.format(**parts) or "reference"
    except (KeyError, IndexError, ValueError) as error:
        known = ", ".join(f"{{{name}}}" for name in _PARTS)
        raise CitemgrError(f"the key pattern {pattern!r} is wrong; it may name {known}") from error


def with_keys(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, those without a key under one that none before has."""
    taken: set[str] = set()
    # Which letters a key had last: those before them are taken, and not asked for again.
    last: dict[str, int] = {}
    for entry in entries:
        if not entry.key:
            key = _filled(DEFAULT_PATTERN, entry)
            tried = enumerate(_with_letters(key, last.get(key, 0)), last.get(key, 0))
            number, free = next(each for each in tried if each[1].lower() not in taken)
            if number:
                last[key] = number
            entry = entry.with_key(free)
        taken.add(entry.key.lower())
        yield entry


def _with_letters(key: str, start: int = 0) -> Iterator[str]:
    """The key, then with `a` to `z`, `aa` to `zz` and so on, from the number `start` on."""
    for number in count(start):
        letters = ""
        while number:
            number, letter = divmod(number - 1, len(ascii_lowercase))
            letters = ascii_lowercase[letter] + letters
        yield key + letters


def _author(entry: Entry) -> str:
    names = _names(entry)
    if names:
        return names[0]
    for field in ("organization", "institution", "journaltitle", "publisher"):
        words = _words(entry.text(field))
        if words:
            return "".join(words[:2])
    return ""


def _names(entry: Entry) -> list[str]:
    for field in ("author", "editor", "editora", "translator"):
        names = entry.fields.get(field)
        if isinstance(names, Names) and names.names:
            return [
                "".join(_words(name.literal)[:2]) or fold(name.prefix + name.family)
                for name in names.names
            ]
    return []


def _year(entry: Entry) -> str:
    date = entry.fields.get("date")
    if isinstance(date, Date):
        return str(date.year)
    return fold(entry.text("year"))


def _first_word(entry: Entry) -> str:
    words = _words(entry.text("title"))
    return words[0] if words else ""


def _words(text: str) -> list[str]:
    """The words that count, folded; all of them where none does."""
    words = [_APOSTROPHE.sub("", word) for word in _WORD.findall(text)]
    counting = [word for word in words if word.lower() not in STOP_WORDS]
    return [folded for word in counting or words if (folded := fold(word))]


def fold(text: str) -> str:
    """Lower-case ASCII letters and digits that stand for `text`; other scripts transliterated."""
    from anyascii import anyascii

    return _NO_KEY.sub("", (text if text.isascii() else anyascii(text)).lower())


_NO_KEY = re.compile(r"[^a-z0-9]")
# What a pattern can name.
_PARTS: Mapping[str, Callable[[Entry], str]] = {
    "author": _author,
    "authors": lambda entry: "".join(_names(entry)[:3]),
    "year": _year,
    "title": _first_word,
    "journal": lambda entry: "".join(_words(entry.text("journaltitle"))[:3]),
    "type": lambda entry: entry.type,
}
