"""The type of an entry, from the fields that were found and the words of the reference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from citemgr.references.labels import known_lists
from citemgr.values import Value


class Typed(NamedTuple):
    """A BibLaTeX entry type and, where one is set, its `entrysubtype`."""

    type: str
    subtype: str = ""


class Held(NamedTuple):
    """What holds a work: its title, and whether the work is printed as "in" it."""

    title: str
    inside: bool


# Words of the reference outside its title, in lower case -> type, in the order of trust. A pattern
# is tried where one of the strings before it stands, which is quicker told.
_CUES: tuple[tuple[Typed, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (typed, tuple(hints.split("|")), re.compile(pattern))
    for typed, hints, pattern in (
        (Typed("patent"), "patent|pat.|патент", r"\bpatent\b|\bpat\. no\b|патент"),
        (
            Typed("thesis"),
            "thes|diss|ph|tesis|thèse|habil|дис|学位",
            r"\b(?:thes[ei]s|dissertation(?! abstracts)|diss\.|ph\.?\s?d\b|tesis|thèse|dissertação"
            r"|habilitation|дис\.)|学位论文",
        ),
        (
            Typed("legislation"),
            "stat.|u.s.c|u.k|(uk|bgbl|pub.",
            r"\d\sstat\.\s\d|\bu\.s\.c\b|\bc\.\s?\d+\s\(u\.?k|\bbgbl\b|\bpub\. l\.",
        ),
        (Typed("dataset"), "data|zenodo|dryad", r"\bdata\s?set\b|\bzenodo\b|\bdryad\b"),
        (Typed("software"), "software|github", r"\bsoftware\b|\bversion \d+\.\d+\b.*github"),
        (
            Typed("movie"),
            "directed|film|dvd|motion",
            r"\bdirected by\b|\bfilm\b|\bdvd\b|\bmotion picture\b",
        ),
        (
            Typed("report"),
            "report|paper|rfc",
            r"\b(?:technical|working|discussion|white) (?:report|paper)\b|\brfc \d+",
        ),
        (Typed("letter"), "letter", r"\bletter (?:to|from)\b.*\b\d{4}\b"),
    )
)
# GB/T 7714's marks of the kind of a work.
_KIND_MARKS = {
    "J": Typed("article"),
    "M": Typed("book"),
    "C": Typed("inproceedings"),
    "D": Typed("thesis"),
    "R": Typed("report"),
    "N": Typed("article", "newspaper"),
    "P": Typed("patent"),
    "S": Typed("report"),
    "DB": Typed("dataset"),
    "CP": Typed("software"),
    "EB": Typed("online"),
}
_PROCEEDINGS = re.compile(
    r"\b(?:proc(?:eedings)?\b|conference|symposium|workshop|congress|meeting|tagung|actes du|icml\b"
    r"|neurips|cvpr\b|advances in neural information|lecture notes)",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"\b(?:times|post|herald|tribune|guardian|telegraph|gazette|news|daily|zeitung|nachrichten|monde"
    r"|figaro|observer|chronicle|sun|mirror|mail|express|journal-constitution|globe|examiner|pravda"
    r"|país|mundo|repubblica|corriere|wall street journal|bee|star|inquirer|independent|standard"
    r"|правда|известия|日报|晚报|新闻|周末)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:journal|review|quarterly|magazine|zeitschrift|revue|revista|rivista|annals|bulletin|letters"
    r"|transactions|archives?|proceedings|weekly|monthly|spiegel|zeit|taz|nrc|polygon|journ|rev|j)\b|学报",
    re.IGNORECASE,
)
_SITE = re.compile(r"\.(?:com|org|net|gov|edu|co\.uk|de|fr)\b", re.IGNORECASE)


def type_of(fields: Mapping[str, Value], held: Held, text: str, mark: str) -> Typed:
    """The type of the work that `text` describes.

    `fields` are those read so far, `held` is what holds the work, `mark` the kind
    mark of GB/T 7714.
    """
    typed = _KIND_MARKS.get(mark.partition("/")[0])
    if typed is not None:
        return typed
    title = fields.get("title", "")
    rest = text.replace(title, " ") if isinstance(title, str) and len(title) > 8 else text
    rest = rest.lower()
    for typed, hints, pattern in _CUES:
        if any(hint in rest for hint in hints) and pattern.search(rest):
            return typed
    if held.title:
        return _contained(fields, held)
    if "eprint" in fields:
        return Typed("misc")
    if "url" in fields and not fields.keys() & {"publisher", "location", "isbn"}:
        return Typed("online")
    if fields.keys() & {"publisher", "location", "isbn", "edition", "editor"}:
        return Typed("book")
    return Typed(
        "book" if "author" in fields and "date" in fields and "title" in fields else "misc"
    )


def is_periodical(container: str) -> bool:
    """Whether the name of a container is that of a newspaper, magazine or journal."""
    return bool(_NEWSPAPER.search(container) or _JOURNAL.search(container)) or "j" in known_lists(
        container.lower().strip(" .,")
    )


def _contained(fields: Mapping[str, Value], held: Held) -> Typed:
    container = held.title
    in_issue = {"volume", "number"} <= fields.keys()  # "Proc R Soc Med 58(5)" is a journal
    if _PROCEEDINGS.search(container) and not in_issue and "of the National" not in container:
        return Typed("inproceedings")
    scholarly = fields.keys() & {"volume", "number", "issn"}
    if "editor" in fields or (
        fields.keys() & {"publisher"} and not scholarly and "title" in fields
    ):
        return Typed("incollection")
    date = fields.get("date")
    daily = getattr(date, "day", None) is not None
    if held.inside and not (scholarly or daily or is_periodical(container)):
        return Typed("incollection")
    if scholarly == {"volume"} and "pages" not in fields and _NEWSPAPER.search(container):
        return Typed("article", "newspaper")
    if (daily and not scholarly) or (_NEWSPAPER.search(container) and not scholarly):
        if _SITE.search(container) and "pages" not in fields:
            return Typed("online")
        return Typed("article", "newspaper" if _NEWSPAPER.search(container) else "magazine")
    if "url" in fields and not scholarly and "pages" not in fields:
        return Typed("online")
    return Typed("article")
