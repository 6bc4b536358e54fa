"""One work at a time: its language, people, title and all that a template may ask for by name."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.data import Example
from training.facts import calendar, lists, numbers, people, words
from training.facts.newspapers import NEWSPAPERS
from training.facts.people import Person
from training.facts.special import special

# Function words by which the language of a title of the data is told.
_TELL = {
    "de": "der die das und des im über von zur zum einer eine für dem",
    "fr": "le la les des du et une dans pour sur aux au",
    "es": "el los las del una por para con y en",
    "it": "il della dei delle nel gli di sulla per alla",
    "pt": "da do das dos em uma o os na no ao",
    "nl": "het een van de en voor op",
    "en": "the of and in a on for to with",
}
_TELLING = {language: frozenset(line.split()) for language, line in _TELL.items()}
SHORTEST, LONGEST = 8, 160
_SMALL = frozenset("of the and in for on de la le des du und der die van y e et en".split())


def language_of(title: str) -> str | None:
    """The language whose function words a title has most of, `en` only with two of them."""
    found = set(title.lower().split())
    best = max(_TELLING, key=lambda language: len(found & _TELLING[language]))
    return best if len(found & _TELLING[best]) >= 2 else None


class Facts:
    """Pools of real titles, journals, names and places, by language."""

    def __init__(self, examples: Sequence[Example], gazetteers: Path) -> None:
        self.titles: dict[str, list[str]] = defaultdict(list)
        self.containers: list[str] = []
        self.conferences: list[str] = []
        for example in examples:
            for label, start, end in example.fields:
                self._take(label, example.text[start:end].strip(" ,.;:\"'"))
        read = {
            name: (gazetteers / f"{name}.txt").read_text(encoding="utf-8").splitlines()
            for name in ("journals", "family-names", "given-names", "publishers", "places")
        }
        self.journals = [_titled(line) for line in read["journals"] if 4 < len(line) < 70]
        self.families = [_titled(line) for line in read["family-names"] if len(line) > 2]
        self.givens = [_titled(line) for line in read["given-names"] if len(line) > 2]
        self.publishers = [_titled(line) for line in read["publishers"] if 3 < len(line) < 50]
        self.places = [_titled(line) for line in read["places"] if len(line) > 3]

    def _take(self, label: str, value: str) -> None:
        odd = any(value.count(a) != value.count(b) for a, b in ("()", "[]", "“”", "«»", "‘’"))
        if not SHORTEST <= len(value) <= LONGEST or odd:
            return
        if label == "title":
            language = language_of(value)
            if language:
                self.titles[language].append(value)
        elif label == "container":
            if re.search(r"(?i)\b(proc|conference|symposium|workshop|congress|meeting)", value):
                self.conferences.append(value)
            elif value[0].isupper():
                self.containers.append(value)

    def person(self, language: str, rng: random.Random) -> Person:
        """A name: from the national lists or, in English and at times elsewhere, from all."""
        if language in people.NATIONAL and (language == "ru" or rng.random() < 0.75):
            given_names, family_names = (line.split() for line in people.NATIONAL[language])
            given, family = rng.choice(given_names), rng.choice(family_names)
        else:
            given, family = rng.choice(self.givens), rng.choice(self.families)
        if rng.random() < (0.9 if language == "ru" else 0.15):
            source = people.NATIONAL.get(language, ("", ""))[0].split() or self.givens
            given += " " + rng.choice(source)
        elif language == "en" and rng.random() < 0.35:
            given += f" {rng.choice('ABCDEFGHJKLMNPRSTW')}."
        if language in people.PARTICLES and rng.random() < 0.08:
            family = f"{rng.choice(people.PARTICLES[language])} {family}"
        elif language != "ru" and rng.random() < 0.04:
            family += "-" + rng.choice(self.families)
        return given, family


def _titled(line: str) -> str:
    return " ".join(
        word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(line.split())
    )


@dataclass(slots=True)
class Work:
    """The facts of one made-up work; what is asked for twice is the same thing twice."""

    facts: Facts
    language: str
    rng: random.Random
    _newspaper: tuple[str, str, str] | None = None
    _told: dict[str, str] = field(default_factory=dict)

    def tell(self, name: str) -> str:
        """The fact `name`; `name/2` is another of its kind, and `author-HABIT` names people."""
        if name not in self._told:
            kind, _, habit = name.partition("/")[0].partition("-")
            maker = MAKERS.get(kind)
            self._told[name] = maker(self, habit) if maker else special(kind, self.rng)
        return self._told[name]

    def newspaper(self) -> tuple[str, str, str]:
        """Name, place and edition of the newspaper in which the work appeared."""
        if self._newspaper is None:
            table = NEWSPAPERS.get(self.language) or NEWSPAPERS["en"]
            name, place, edition = self.rng.choice(table.strip().splitlines()).split("|")
            if self.rng.random() < 0.12 and self.language == "en":
                name = f"{self.rng.choice(self.facts.places)} {self.rng.choice(_PAPERS)}"
                place = self.rng.choice(lists.PLACES["en"].split(";"))
            self._newspaper = (name, place, edition or self.rng.choice(_EDITIONS))
        return self._newspaper

    def listed(self, table: dict[str, str]) -> str:
        """One of a list of the work's language."""
        return self.rng.choice((table.get(self.language) or table["en"]).split(";"))


_PAPERS = "Times;Herald;Gazette;Daily News;Chronicle;Post;Tribune;Examiner;Courier;Mercury".split(
    ";"
)
_EDITIONS = (
    "Eastern edition;Western edition;National Edition;Late Edition;Final "
    "Edition;International Edition;Asia;Weekend "
    "Edition;European Edition;City Edition;Early Edition;Online Edition;Metro Edition;1 Edition"
).split(";")
_EDITION = {
    "en": "2nd ed.;3rd ed;Rev. ed.;4th edition;Second edition;2d ed.;10th edn.",
    "de": "2. Aufl.;3., überarb. Aufl.;4. Auflage;2., durchges. Aufl.",
    "fr": "2e éd.;3e édition;nouvelle éd.", "es": "2ª ed.;3.ª edición;2a. ed.",
    "it": "2ª ed.;II ed.",
    "pt": "2. ed.;3ª ed.;1. ed.", "nl": "2e druk;3de druk",
    "ru": "2-е изд.;3-е изд., перераб. и доп.",
    "zh": "第2版;3版;修订版", "pl": "wyd. 2", "sv": "2 uppl.",
}  # fmt: skip
_SLUGS = (
    "news article world politics story 2023/05/12 en articles blog opinion posts research".split()
)
_FILM = "Blu-ray;DVD;Film;VHS;TV series;Podcast;CD;LP;YouTube video;Motion picture".split(";")


def _authors(work: Work, habit: str) -> str:
    count = work.rng.choices((1, 2, 3, 4, 7), (50, 25, 13, 8, 4))[0]
    if work.language in people.CJK_NAMES:
        families, givens = (line.split() for line in people.CJK_NAMES[work.language])
        names = [work.rng.choice(families) + work.rng.choice(givens) for _ in range(min(count, 4))]
        more = work.rng.choice(("", "", "", "，等", ", 等", "等"))
        return work.rng.choice((", ", "，", "、", ",")).join(names) + more
    group = [work.facts.person(work.language, work.rng) for _ in range(count)]
    return people.printed(group, habit or "any", work.language, work.rng)


def _one(work: Work, habit: str) -> str:
    if work.language in people.CJK_NAMES:
        families, givens = (line.split() for line in people.CJK_NAMES[work.language])
        return work.rng.choice(families) + work.rng.choice(givens)
    person = work.facts.person(work.language, work.rng)
    return people.HABITS[habit or "full"]([person], "and", work.rng)


def _title(work: Work, _: str) -> str:
    made = words.sentence(work.language, work.rng)
    pool = work.facts.titles.get(work.language)
    if made is not None and (not pool or work.rng.random() < 0.4):
        return made
    return work.rng.choice(pool or work.facts.titles["en"])


def _headline(work: Work, _: str) -> str:
    if work.language != "en" or work.rng.random() < 0.25:
        return _title(work, "")
    return words.headline(work.rng)


def _journal(work: Work, _: str) -> str:
    if work.language in lists.JOURNALS and work.rng.random() < 0.85:
        return work.listed(lists.JOURNALS)
    chance = work.rng.random()
    if chance < 0.45:
        return work.rng.choice(work.facts.journals)
    return work.rng.choice(work.facts.containers)


def _abbreviated(work: Work, _: str) -> str:
    """A journal's name as chemists and physicists cut it: `J. Am. Chem. Soc.`"""
    words_ = [word for word in re.findall(r"\w+", _journal(work, "")) if word.lower() not in _SMALL]
    stop = work.rng.choice((".", ".", ""))
    cut = [
        word if len(word) < 6 and at else word[: _CUTS.get(word, work.rng.randint(3, 5))] + stop
        for at, word in enumerate(words_[:5])
    ]
    return " ".join(cut)


_CUTS = {"Journal": 1, "American": 2, "Physical": 4, "Review": 3, "Society": 3, "Chemical": 4}


def _person_title(work: Work, _: str) -> str:
    """A title that begins with somebody's name."""
    given, family = work.facts.person(work.language, work.rng)
    rest = _title(work, "")
    return work.rng.choice(
        (f"{given} {family}: {rest}", f"{given} {family} and {rest[:1].lower()}{rest[1:]}",
         f"{given} {family}", f"{given} {family}. {rest}", f"{family}’s {rest}",
         f"Dr. {given} {family} and the {family} Affair")
    )  # fmt: skip


def _life_title(work: Work, _: str) -> str:
    """The head of an article in a biographical dictionary."""
    given, family = work.facts.person(work.language, work.rng)
    born = work.rng.randint(1550, 1900)
    died = born + work.rng.randint(25, 90)
    name = work.rng.choice((f"{family}, {given}", f"{family}, {given}", f"{family} {given}"))
    return f"{name} ({born}{work.rng.choice('–-')}{died})"


def _number_title(work: Work, _: str) -> str:
    """A title that begins with a number."""
    number = work.rng.choice((work.rng.randint(2, 99), work.rng.randint(1000, 2100)))
    return f"{number}{work.rng.choice((' ', ': ', ',000 '))}{_title(work, '')}"


def _place_title(work: Work, _: str) -> str:
    """A title that ends with where or when."""
    place = work.rng.choice(lists.PLACES["en"].split(";"))
    end = work.rng.choice(
        (f", {place}", f" in {place}, 1850–1914", f": A Case from {place}, Democratic Republic of "
         f"{place}", f" ({place})", f", {calendar.year(work.rng)}", f" of {place}. II")
    )  # fmt: skip
    return _title(work, "") + end


def _short(work: Work, _: str) -> str:
    """A title of one or two words."""
    found = _title(work, "").split(":")[0].split()[:3]
    return (
        " ".join(word for word in found if word.lower() not in _SMALL)[:40].strip(",.;") or "Life"
    )


def _publisher(work: Work, _: str) -> str:
    if work.language in {"en"} and work.rng.random() < 0.4:
        return work.rng.choice(work.facts.publishers)
    return work.listed(lists.PUBLISHERS)


def _place(work: Work, _: str) -> str:
    if work.language == "en" and work.rng.random() < 0.25:
        return work.rng.choice(work.facts.places)
    return work.listed(lists.PLACES)


def _url(work: Work, _: str) -> str:
    rng = work.rng
    host = re.sub(r"[^a-z]", "", rng.choice(lists.SITES.split(";")).lower()) or "example"
    slug = "-".join(re.findall(r"[a-z]+", _title(work, "").lower())[: rng.randint(2, 7)])
    end = rng.choice(
        ("", "/", ".html", f"-{rng.randint(10**4, 10**7)}", ".pdf", f"?id={rng.randint(1, 999)}")
    )
    head = rng.choice(("https://www.", "https://", "http://www.", "www.", "http://"))
    domain = rng.choice(("com", "org", "net", "gov", "co.uk", "de", "fr", "eu", "ru", "edu", "int"))
    return f"{head}{host}.{domain}/{rng.choice(_SLUGS)}/{slug}{end}"


def _case(work: Work, _: str) -> str:
    first, second = (
        work.rng.choice((work.facts.person("en", work.rng)[1], work.rng.choice(_PARTIES)))
        for _ in range(2)
    )
    return work.rng.choice(
        (f"{first} v. {second}", f"{first} v {second}", f"{first} v. {second}", f"In re {second}",
         f"R v {first}", f"Ex parte {first}")
    )  # fmt: skip


def _body(work: Work, _: str) -> str:
    if work.rng.random() < 0.5:
        return work.rng.choice(lists.BODIES.split(";"))
    head, kind, field_ = (work.rng.choice(part.split("|")) for part in _BODY_PARTS)
    place = work.rng.choice(
        (f" of {work.rng.choice(work.facts.places)}", "", "", " (IOC)", " & Partners")
    )
    return f"{head} {kind} {field_}{place}"


_BODY_PARTS = (
    "National|International|Royal|European|American|Federal|State|World|Joint|"
    "British|Canadian|Global|Select|Independent",
    "Commission on|Institute for|Council on|Association for|Committee on|"
    "Foundation for|Agency for|Society of|Center for|"
    "Office of|Bureau of|Department of|Union for|Task Force on|Panel on|Academy of|Inquiry into|"
    "Network for|Board of",
    "Public Health|Human Rights|Climate Change|Terrorist Attacks|"
    "Economic Research|the Environment|Higher Education|Nuclear "
    "Safety|Migration|the Arts|Sciences|Criminal Justice|Space Research|"
    "Food Security|the Status of Women|Standards|"
    "Radiation Protection|Psychiatry|Civil Engineers|Conservation of Nature|"
    "Trade and Industry|Energy|Labour Statistics",
)
_PARTIES = (
    "United States;State;Board of Education;General Motors Corp.;City of "
    "Chicago;Commissioner;Secretary of State for the Home "
    "Department;Commonwealth;Apple Inc.;Microsoft Corp.;Pennsylvania R.R. "
    "Co.;New York Times Co.;Attorney General;Commission;"
    "Smith & Sons Ltd;Bundeskartellamt;Council;Virginia;People;Minister of "
    "Health;Google LLC;National Labor Relations Board"
).split(";")

MAKERS: dict[str, Callable[[Work, str], str]] = {
    "author": _authors,
    "editor": _authors,
    "one": _one,
    "body": _body,
    "title": _title,
    "headline": _headline,
    "persontitle": _person_title,
    "lifetitle": _life_title,
    "numbertitle": _number_title,
    "placetitle": _place_title,
    "short": _short,
    "journal": _journal,
    "abbreviated": _abbreviated,
    "conference": lambda work, _: work.rng.choice(work.facts.conferences),
    "paper": lambda work, _: work.newspaper()[0],
    "paperplace": lambda work, _: work.newspaper()[1],
    "paperedition": lambda work, _: work.newspaper()[2],
    "publisher": _publisher,
    "place": _place,
    "university": lambda work, _: work.listed(lists.UNIVERSITIES),
    "site": lambda work, _: work.rng.choice(lists.SITES.split(";")),
    "edition": lambda work, _: work.listed(_EDITION),
    "year": lambda work, _: calendar.year(work.rng),
    "date": lambda work, habit: calendar.date(habit or "any", work.language, work.rng),
    "volume": lambda work, _: numbers.volume(work.rng),
    "issue": lambda work, _: numbers.issue(work.rng),
    "pages": lambda work, _: numbers.pages(work.rng),
    "page": lambda work, _: str(work.rng.randint(1, 900)),
    "count": lambda work, _: str(work.rng.randint(40, 800)),
    "newspage": lambda work, _: numbers.newspaper_page(work.rng),
    "number": lambda work, _: numbers.report_number(work.rng),
    "digits": lambda work, _: str(work.rng.randint(10**5, 10**9)),
    "small": lambda work, _: str(work.rng.randint(1, 30)),
    "isbn": lambda work, _: numbers.isbn(work.rng),
    "issn": lambda work, _: numbers.issn(work.rng),
    "doi": lambda work, _: numbers.doi(work.rng),
    "url": _url,
    "review": lambda work, _: work.rng.choice(lists.LAW_REVIEWS.split(";")),
    "reporter": lambda work, _: work.rng.choice(lists.REPORTERS.split(";")),
    "ukreport": lambda work, _: work.rng.choice(lists.UK_REPORTS.split(";")),
    "database": lambda work, _: work.rng.choice(lists.DATABASES.split(";")),
    "studio": lambda work, _: work.rng.choice(lists.STUDIOS.split(";")),
    "archive": lambda work, _: work.rng.choice(lists.ARCHIVES.split(";")),
    "medium": lambda work, _: work.rng.choice(_FILM),
    "case": _case,
    "party": lambda work, _: work.facts.person(work.language, work.rng)[1],
    "bar": lambda work, _: work.rng.choice((" | ", " – ", " - ", " — ", " :: ")),
}
