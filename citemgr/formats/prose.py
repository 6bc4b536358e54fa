"""An entry as a plain reference, author and date first: for lists that people read.

No style's rules, which `export --style` asks pandoc for; names and numbers in the order in which
most styles have them.
"""

from __future__ import annotations

from citemgr.formats.fields import container, full_title, pages_of, people
from citemgr.model import Entry
from citemgr.values import Date, Name
from citemgr.values.dates import format_edtf


def reference_parts(entry: Entry) -> tuple[str, str, str, str]:
    """Who and when, the title, the container, and the rest, each without its closing stop."""
    return _head(entry), full_title(entry), container(entry), _rest(entry)


def in_container(entry: Entry) -> bool:
    """Whether it is the container that is set apart, not the title."""
    return bool(container(entry))


def _head(entry: Entry) -> str:
    field = "author" if people(entry, "author") else "editor"
    names = people(entry, field)
    shown = [_name(name, first=not at) for at, name in enumerate(names)]
    joined = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else "".join(shown)
    if joined and field == "editor":
        joined += " (eds.)" if len(names) > 1 else " (ed.)"
    date = entry.fields.get("date")
    when = format_edtf(date) if isinstance(date, Date) else entry.text("date") or entry.text("year")
    return " ".join(part for part in (joined, f"({when})" if when else "") if part)


def _name(name: Name, first: bool) -> str:
    if name.literal:
        return name.literal
    family = " ".join(part for part in (name.prefix, name.family) if part)
    parts = [family, name.given] if first else [" ".join(filter(None, [name.given, family]))]
    return ", ".join(part for part in (*parts, name.suffix) if part)


def _rest(entry: Entry) -> str:
    volume, number = entry.text("volume"), entry.text("number")
    volume = f"{volume}({number})" if volume and number else volume or number
    edition = entry.text("edition")
    pages = pages_of(entry, "–")
    house = ": ".join(
        filter(None, [entry.text("location"), entry.text("publisher") or entry.text("institution")])
    )
    parts = [
        f"ed. {edition}" if edition.isdecimal() else edition,
        volume,
        ("pp. " if "–" in pages else "p. ") + pages if pages else "",
        house,
    ]
    return ", ".join(filter(None, parts))


def address(entry: Entry) -> str:
    """Where the work is online: its DOI's address before its own."""
    doi = entry.text("doi")
    return f"https://doi.org/{doi}" if doi else entry.text("url")
