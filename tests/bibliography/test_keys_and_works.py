"""Keys say who, when and what; the same work is known again, and two works are never merged."""

from __future__ import annotations

import pytest

from citemgr.bibliography import make_key, same_work, with_keys
from citemgr.formats import read_entries
from citemgr.model import CitemgrError, Entry

KEYS = [
    ("author = {Spegele, Brian}, title = {World News: Kim}, date = {2025-08-29}",
     "spegele2025world"),
    ("author = {Müller, Jürgen}, title = {Die Zeit der Ernte}, year = 1999", "muller1999zeit"),
    ("author = {van der Berg, Jan}, title = {Het huis}, year = 2001", "vanderberg2001huis"),
    ("author = {{World Health Organization}}, title = {The Report}, year = 2020",
     "worldhealth2020report"),
    ("author = {Достоевский, Фёдор}, title = {Преступление и наказание}, year = 1866",
     "dostoevskiy1866prestuplenie"),
    ("editor = {O'Brien, Flann}, title = {L'étranger}, year = 1942", "obrien1942etranger"),
    ("title = {Anonymous Tract}, year = 1640", "1640anonymous"),
]  # fmt: skip


def entry(fields: str, type: str = "book") -> Entry:
    return read_entries(f"@{type}{{k, {fields}}}", "biblatex").entries[0]


@pytest.mark.parametrize(("fields", "key"), KEYS)
def test_keys(fields: str, key: str) -> None:
    assert make_key(entry(fields), set()) == key


def test_a_clash_gets_a_letter() -> None:
    found = entry("author = {Li, Wei}, title = {Tea}, year = 2000")
    taken: set[str] = set()
    keys = []
    for _ in range(29):
        keys.append(make_key(found, taken))
        taken.add(keys[-1])
    assert keys[:3] == ["li2000tea", "li2000teaa", "li2000teab"]
    assert len(set(keys)) == 29


def test_a_file_of_one_author_gets_its_keys_in_turn() -> None:
    found = entry("author = {Li, Wei}, title = {Tea}, year = 2000").with_key("")
    mine = found.with_key("LI2000teab")
    keys = [each.key for each in with_keys([mine, *[found] * 800])]
    assert keys[:4] == ["LI2000teab", "li2000tea", "li2000teaa", "li2000teac"]
    assert keys[26:28] == ["li2000teaz", "li2000teaaa"] and keys[-1] == "li2000teaadt"
    assert len({key.lower() for key in keys}) == 801


def test_a_pattern_may_name_other_parts() -> None:
    found = entry("author = {Li, Wei and Wu, An}, title = {Tea}, year = 2000")
    assert make_key(found, set(), "{authors}-{year}") == "liwu-2000"
    with pytest.raises(CitemgrError, match="key pattern"):
        make_key(found, set(), "{auth}")


BASE = "author = {Kuhn, Thomas S.}, title = {The Structure of Scientific Revolutions}, year = 1962"
PAIRS = [
    (BASE, BASE.replace("Thomas S.", "T."), True),
    (BASE, BASE + ", publisher = {Chicago}", True),
    (BASE, BASE.replace("1962", "1970"), False),
    (BASE + ", edition = {2}", BASE + ", edition = {3}", False),
    (BASE + ", volume = {1}", BASE + ", volume = {2}", False),
    (BASE, BASE.replace("Structure", "Essence"), False),
    (BASE, BASE.replace("Kuhn", "Khun"), False),
    (BASE + ", doi = {10.1/a}", BASE + ", doi = {10.1/b}", False),
    (BASE + ", doi = {10.1/a}", "title = {Structure}, doi = {10.1/A}", True),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_same_work(one: str, other: str, same: bool) -> None:
    assert same_work(entry(one), entry(other)) is same
    assert same_work(entry(other), entry(one)) is same


def test_a_chapter_is_not_its_book() -> None:
    assert not same_work(entry(BASE), entry(BASE, "incollection"))
