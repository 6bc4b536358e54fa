"""What depends on the type of an entry: where the container goes, the school, the language."""

from __future__ import annotations

import re

from citemgr.references.normalise.draft import Draft
from citemgr.references.normalise.language import language_of
from citemgr.references.normalise.pages import read_pages
from citemgr.references.normalise.readers import DEGREE
from citemgr.references.normalise.types import Typed


def settle(draft: Draft, typed: Typed) -> None:
    """What depends on the type: where the container goes, the school, a volume's title."""
    fields = draft.fields
    if typed.subtype:
        fields["entrysubtype"] = typed.subtype
    if typed.type == "thesis" and draft.container and not fields.keys() & _SCHOOLS:
        _rename(draft, "container", "institution")
        fields["institution"] = DEGREE.sub("", draft.container)
        draft.container = ""
    if draft.container:
        _place_container(draft, typed)
    if typed.subtype == "newspaper" and not fields.keys() & {"pages", "number"}:
        _page_of_newspaper(draft)
    if typed.type in {"thesis", "report"} and "institution" not in fields and "publisher" in fields:
        _rename(draft, "publisher", "institution")
    elif typed.type not in {"thesis", "report"} and "publisher" not in fields:
        _rename(draft, "institution", "publisher")
    if typed.type == "thesis" and "type" not in fields:
        fields["type"] = "phdthesis"
    title = fields.get("title")
    language = language_of(title) if isinstance(title, str) else ""
    if language:
        fields["langid"] = language


# What names the school of a thesis.
_SCHOOLS = frozenset({"institution", "publisher"})


def _page_of_newspaper(draft: Draft) -> None:
    """The one bare number behind a newspaper's name is its page."""
    volume = draft.fields.get("volume")
    pages = read_pages(volume) if isinstance(volume, str) and len(volume) <= 3 else None
    announced = re.search(r"\b(?:vol|bd|jg|t)\b", draft.text, re.IGNORECASE)
    if pages is not None and not announced:
        _rename(draft, "volume", "pages")
        draft.fields["pages"] = pages


def _place_container(draft: Draft, typed: Typed) -> None:
    name = _CONTAINER_FIELDS.get(typed.type, "booktitle")
    if name != "journaltitle" and "title" not in draft.fields:
        name = "title"
    draft.fields[name] = draft.container
    draft.spans[name] = draft.spans.pop("container")
    draft.confidence[name] = draft.confidence.pop("container")


# Type -> the field for what holds the work; `booktitle` for the others.
_CONTAINER_FIELDS = {
    "article": "journaltitle",
    "online": "organization",
    "thesis": "series",
    "report": "series",
    "book": "series",
    "misc": "howpublished",
    "dataset": "organization",
    "software": "organization",
    "movie": "organization",
    "patent": "series",
    "legislation": "series",
}


def _rename(draft: Draft, old: str, new: str) -> None:
    """Give the field `old`, where there is one, the name `new`."""
    if old in draft.fields:
        draft.fields[new] = draft.fields.pop(old)
    elif old != "container":
        return
    draft.spans[new] = draft.spans.pop(old)
    draft.confidence[new] = draft.confidence.pop(old)
