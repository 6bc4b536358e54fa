"""Quotations as they last: one W3C Web Annotation a line of `quotations.jsonl`.

The target is the document (its path relative to the library) with a TextQuoteSelector and a
TextPositionSelector; the body is the entry in the library and the part of the work that the callout
names, as a FragmentSelector (`page=33`, as in RFC 8118). The id is a name-based UUID (RFC 9562,
version 5) of the passage and its surroundings; no line holds a clock, so that a file that says the
same is the same file. Source: Web Annotation Data Model, W3C Recommendation 23 February 2017.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from citemgr.model import CitemgrError, Locator

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

# Code points of surroundings kept on each side: enough to tell repeated passages apart, short
# enough that an edit nearby seldom touches them (the length that the Hypothesis client uses).
SURROUNDINGS = 32

# What a path may keep unescaped in an IRI reference; letters outside ASCII stay readable.
_IRI_SAFE = "/!$&'()*+,;=:@-._~"

_NO_PLACE = {"start": 0, "end": 0}
_OWN_MEMBERS = frozenset({"@context", "id", "type", "motivation", "body", "target"})
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, CONTEXT)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stored quotation: which words of which document, and which entry they are from.

    `source` is the document's path relative to the library's folder; `start` and `end` are code
    points of its text, both 0 where it is no text but a project that keeps quotations; `key` is
    empty where the quotation is linked to nothing. `extra` are the members that somebody else wrote
    on the line, which are kept.
    """

    id: str
    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    key: str = ""
    locator: Locator | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


def quotations_path(library: Path) -> Path:
    """Where the quotations of a library are stored: `quotations.jsonl` beside `library.bib`,
    `NAME.quotations.jsonl` beside any other."""
    name = (
        "quotations.jsonl" if library.name == "library.bib" else f"{library.stem}.quotations.jsonl"
    )
    return library.with_name(name)


def relative_path(path: str, folder: Path) -> str:
    """`path` relative to the `folder` of a library; the full one on another drive."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).resolve().as_posix()


def passage_id(exact: str, prefix: str, suffix: str, repetition: int = 0) -> str:
    """The id of a passage: the hash of its words and surroundings, and of how many passages with
    the very same ones come before it."""
    parts = [exact, prefix, suffix, *([str(repetition)] if repetition else [])]
    words = "\0".join(parts).encode("utf-8", "surrogatepass")
    return uuid.uuid5(_NAMESPACE, words.hex()).urn


def read_quotations(library: Path) -> tuple[Annotation, ...]:
    """The quotations stored beside the library at `library`; none where there is no file.

    Raises `CitemgrError` with path and line where a line is not such an annotation.
    """
    path = quotations_path(library)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise CitemgrError(f"cannot be read: {error}", path=str(path)) from error
    return tuple(
        _read_line(line, path, number) for number, line in enumerate(lines, 1) if line.strip()
    )


def write_lines(annotations: Iterable[Annotation], library: Path) -> str:
    """The text of the quotations file: a line an annotation, sorted by document and place."""
    ordered = sorted(annotations, key=lambda each: (each.source, each.start, each.end, each.id))
    return "".join(_line(each, library.name) + "\n" for each in ordered)


def _line(annotation: Annotation, library_name: str) -> str:
    whole = annotation_object(annotation, library_name)
    line = json.dumps(whole, ensure_ascii=False)
    return line if _encodable(line) else json.dumps(whole)


def annotation_object(annotation: Annotation, library_name: str) -> dict[str, Any]:
    """The annotation as JSON-LD; `library_name` is the name of the library's file."""
    members: dict[str, Any] = {
        "@context": CONTEXT,
        "id": annotation.id,
        "type": "Annotation",
        "motivation": "linking" if annotation.key else "highlighting",
    }
    if annotation.key:
        members["body"] = _body(annotation.key, annotation.locator, library_name)
    words = {
        "type": "TextQuoteSelector",
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
    }
    place = {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end}
    placed = annotation.start or annotation.end
    members["target"] = {
        "source": _iri(annotation.source),
        "selector": [words, place] if placed else [words],
    }
    return {**members, **annotation.extra}


def _encodable(line: str) -> bool:
    """Whether UTF-8 can hold the line: a lone surrogate of a damaged document it cannot."""
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _body(key: str, locator: Locator | None, library_name: str) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "source": f"{_iri(library_name)}#{_iri(key)}",
    }
    if locator is not None:
        value = f"{_iri(locator.kind).replace('=', '%3D')}={_iri(locator.value)}"
        body["selector"] = {"type": "FragmentSelector", "value": value}
    return body


def _read_line(line: str, path: Path, number: int) -> Annotation:
    try:
        members = json.loads(line)
        target = members["target"]
        selectors = {selector["type"]: selector for selector in target["selector"]}
        words = selectors["TextQuoteSelector"]
        place = selectors.get("TextPositionSelector", _NO_PLACE)
        key, locator = _read_body(members.get("body"))
        return Annotation(
            id=str(members["id"]),
            source=_from_iri(target["source"]),
            exact=words["exact"],
            prefix=words.get("prefix", ""),
            suffix=words.get("suffix", ""),
            start=int(place["start"]),
            end=int(place["end"]),
            key=key,
            locator=locator,
            extra={name: value for name, value in members.items() if name not in _OWN_MEMBERS},
        )
    except json.JSONDecodeError as error:
        raise CitemgrError(
            f"not JSON: {error.msg}", path=str(path), line=number, column=error.colno
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CitemgrError(
            "not a Web Annotation of a quotation (target with a TextQuoteSelector): "
            f"{type(error).__name__} {error}",
            path=str(path),
            line=number,
        ) from error


def _read_body(body: Any) -> tuple[str, Locator | None]:
    if body is None:
        return "", None
    key = _from_iri(body["source"].partition("#")[2])
    if "selector" not in body:
        return key, None
    kind, _, value = body["selector"]["value"].partition("=")
    return key, Locator(_from_iri(kind), _from_iri(value))


def _iri(text: str) -> str:
    """`text` as part of an IRI reference: only what must be is escaped; a byte of a file name that
    is no UTF-8 (a surrogate, PEP 383) as that byte."""
    return "".join(map(_iri_character, text))


def _iri_character(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return quote(character, errors="surrogateescape")
    if code > 0x9F and not character.isspace() and not 0xD800 <= code <= 0xDFFF:
        return character
    return quote(character, safe=_IRI_SAFE, errors="surrogatepass")


def _from_iri(text: str) -> str:
    return unquote(text, errors="surrogateescape")
