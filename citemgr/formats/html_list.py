"""A reference list in HTML, each item with COinS (OpenURL in a `span`, Z39.88-2004), by which
reference managers pick it up, and the whole as schema.org JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import urlencode

from citemgr.formats.fields import container, full_title, pages_of, people
from citemgr.formats.prose import address, in_container, reference_parts
from citemgr.model import Entry
from citemgr.values import Date
from citemgr.values.dates import format_edtf

_HEAD = (
    '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>References</title></head>\n'
    "<body>\n"
)
_SCHEMA_TYPES = {
    "article": "ScholarlyArticle",
    "book": "Book",
    "collection": "Book",
    "incollection": "Chapter",
    "inbook": "Chapter",
    "thesis": "Thesis",
    "report": "Report",
    "online": "WebPage",
    "dataset": "Dataset",
    "software": "SoftwareApplication",
    "movie": "Movie",
}
# BibLaTeX type -> genre of OpenURL's book format; all else is its journal format's article.
_BOOKS = {
    "book": "book",
    "collection": "book",
    "incollection": "bookitem",
    "inbook": "bookitem",
    "inproceedings": "proceeding",
    "proceedings": "conference",
    "report": "report",
    "thesis": "document",
}


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A page with the list; its JSON-LD stands at the end."""
    yield _HEAD + "<ul>\n"
    described = []
    for entry in entries:
        described.append(_schema(entry))
        yield _item(entry)
    # `<` could close the script element.
    data = json.dumps({"@context": "https://schema.org", "@graph": described}, ensure_ascii=False)
    yield '</ul>\n<script type="application/ld+json">' + data.replace("<", "\\u003c")
    yield "</script>\n</body>\n</html>\n"


def _item(entry: Entry) -> str:
    head, title, holder, rest = (escape(part) for part in reference_parts(entry))
    if in_container(entry):
        holder = f"<cite>{holder}</cite>"
    elif title:
        title = f"<cite>{title}</cite>"
    last = ", ".join(filter(None, [holder, rest]))
    words = " ".join(f"{part.rstrip('.')}." for part in (head, title, last) if part)
    where = address(entry)
    if where.startswith(("http://", "https://", "ftp://")):
        words += f' <a href="{escape(where)}">{escape(where)}</a>'
    coins = f'<span class="Z3988" title="{escape(_openurl(entry))}"></span>'
    return f'<li id="{escape(entry.key)}">{words}{coins}</li>\n'


def _openurl(entry: Entry) -> str:
    genre = _BOOKS.get(entry.type)
    pages = pages_of(entry)
    names = people(entry, "author") or people(entry, "editor")
    date = entry.fields.get("date")
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{'book' if genre else 'journal'}"),
        ("rft.genre", genre or "article"),
        ("rft.btitle" if genre in {"book", "conference", "report", "document"} else "rft.atitle",
         full_title(entry)),
        ("rft.btitle" if genre else "rft.jtitle", container(entry)),
        ("rft.aulast", names[0].family if names else ""),
        ("rft.aufirst", names[0].given if names else ""),
        *(("rft.au", name.literal or f"{name.given} {name.family}".strip()) for name in names),
        ("rft.date", format_edtf(date) if isinstance(date, Date) else entry.text("year")),
        ("rft.volume", entry.text("volume")),
        ("rft.issue", entry.text("number")),
        ("rft.pages", pages),
        ("rft.pub", entry.text("publisher")),
        ("rft.place", entry.text("location")),
        ("rft.isbn", entry.text("isbn")),
        ("rft.issn", entry.text("issn")),
        ("rft_id", f"info:doi/{entry.text('doi')}" if entry.text("doi") else entry.text("url")),
    ]  # fmt: skip
    return urlencode([(name, value) for name, value in pairs if value], errors="replace")


def _schema(entry: Entry) -> dict[str, Any]:
    date = entry.fields.get("date")
    described = {
        "@type": _SCHEMA_TYPES.get(entry.type, "CreativeWork"),
        "name": full_title(entry),
        "author": [
            {"@type": "Organization", "name": name.literal}
            if name.literal
            else {
                "@type": "Person",
                "familyName": f"{name.prefix} {name.family}".strip(),
                "givenName": name.given,
            }
            for name in people(entry, "author")
        ],
        "datePublished": format_edtf(date) if isinstance(date, Date) else entry.text("year"),
        "isPartOf": {"name": container(entry)} if container(entry) else None,
        "publisher": {"name": entry.text("publisher")} if entry.text("publisher") else None,
        "pagination": pages_of(entry),
        "isbn": entry.text("isbn"),
        "url": address(entry),
        "inLanguage": entry.text("langid"),
    }
    return {name: value for name, value in described.items() if value}
