"""A document back, with its citations put in: `[@key, p. 3]` in Markdown and plain text, links in
HTML, `\\cite` in LaTeX.

The file itself is edited, never made anew: every edit replaces or follows a callout, at the place
in the file where it stands. What the file already marks as a citation stays; so do the anchors of
notes, for the citation goes into the note; a reference that is printed in full, or is a link, gets
its citation behind it. In HTML the references get names, to which the callouts link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from citemgr.links.file_places import file_places, file_stretch
from citemgr.model import Callout, CitemgrError, Locator, Scan, Span, Style, Target

# The abbreviation before a locator, as the processors of Markdown and LaTeX citations know it.
_TERMS: Mapping[str, str] = {
    "page": "p.",
    "chapter": "chap.",
    "section": "sec.",
    "paragraph": "para.",
    "line": "l.",
    "verse": "v.",
    "folio": "fol.",
    "note": "n.",
    "volume": "vol.",
    "figure": "fig.",
    "column": "col.",
    "book": "bk.",
    "part": "pt.",
}


@dataclass(frozen=True, slots=True)
class _Edit:
    """Replace `span` of the document's text by the citation of `targets`."""

    span: Span
    targets: tuple[Target, ...]
    narrative: bool = False
    names: bool = False  # the reference itself, for links to lead to


def annotate(scan: Scan, keys: Sequence[str], data: bytes) -> str:
    """The file of `scan`, whose bytes are `data`, with a citation for every callout that names a
    work.

    `keys` are the keys of the references. Raises `CitemgrError` for a format that cannot be edited
    as text.
    """
    write = _WRITERS.get(scan.document.format)
    if write is None:
        raise CitemgrError(
            f"citations cannot be put into a {scan.document.format} file; Markdown, text, HTML and"
            " LaTeX can be annotated",
            path=scan.document.origin.path,
        )
    source = _decoded(scan, data)
    place = file_places(scan.document, source)
    done, pieces = 0, []
    for edit in _edits(scan):
        stretch = file_stretch(scan.document, source, place, edit.span)
        if stretch is None or stretch.start < done:
            continue  # the callout is no plain text in the file, or a part of one
        pieces += [source[done : stretch.start], write(edit, keys, stretch.of(source))]
        done = stretch.end
    return "".join([*pieces, source[done:]])


def _edits(scan: Scan) -> list[_Edit]:
    """One edit a callout, one behind each quotation that is linked without a callout, and in HTML
    one at each reference, which gets the name that the links lead to."""
    edits = []
    in_html = scan.document.format == "html"
    for callout in scan.callouts:
        if callout.style is Style.KEY or all(t.reference is None for t in callout.targets):
            continue
        if in_html and callout.style in (Style.FULL, Style.URL):
            continue  # the reference stands here itself
        behind = Span(callout.span.end, callout.span.end)
        if callout.style in (Style.FULL, Style.URL):
            edits.append(_Edit(behind, callout.targets))
        elif callout.style is not Style.NOTE:
            edits.append(_Edit(callout.span, callout.targets, _narrative(scan, callout)))
        elif in_html or not _speaks(scan, callout):
            edits.append(_Edit(callout.span if in_html else behind, callout.targets))
    for link in scan.links:
        if link.callout is None:
            end = scan.quotations[link.quotation].outer.end
            edits.append(_Edit(Span(end, end), (Target(link.reference, link.locator),)))
    if in_html:
        linked = {link.span for link in scan.document.hyperlinks}
        for index, reference in enumerate(scan.references):
            if reference.span not in linked and reference.text:
                start = Span(reference.span.start, reference.span.start)
                edits.append(_Edit(start, (Target(index),), names=True))
    return sorted(edits, key=lambda edit: edit.span)


def _speaks(scan: Scan, anchor: Callout) -> bool:
    """Whether the note of `anchor` holds a callout of its own, which gets the citation."""
    bodies = [note.span for note in scan.document.notes if anchor.span in note.anchors]
    return any(body.contains(callout.span) for body in bodies for callout in scan.callouts)


def _decoded(scan: Scan, data: bytes) -> str:
    """The text of the file; the document's own where that is the decoded file."""
    if scan.document.format in ("text", "markdown"):
        return scan.document.text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _narrative(scan: Scan, callout: Callout) -> bool:
    first = callout.span.of(scan.document.text)[:1]
    return callout.style in (Style.AUTHOR_YEAR, Style.AUTHOR_PAGE) and first not in "([（［"


def _locator(locator: Locator | None) -> str:
    if locator is None:
        return ""
    several = locator.kind == "page" and not locator.value.isalnum()
    return f"{'pp.' if several else _TERMS.get(locator.kind, locator.kind)} {locator.value}"


def _cited(edit: _Edit, keys: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (keys[target.reference], _locator(target.locator))
        for target in edit.targets
        if target.reference is not None
    ]


def _markdown(edit: _Edit, keys: Sequence[str], printed: str) -> str:
    cited = _cited(edit, keys)
    if edit.narrative and len(cited) == 1:
        key, place = cited[0]
        return f"@{key}" + (f" [{place}]" if place else "")
    inner = "; ".join(f"@{key}" + (f", {place}" if place else "") for key, place in cited)
    return f"[{inner}]" if printed or not edit.targets else f" [{inner}]"


_ANCHOR_TAG = re.compile(r"</?a\b[^<>]*>", re.I)


def _html(edit: _Edit, keys: Sequence[str], printed: str) -> str:
    key, place = _cited(edit, keys)[0]
    if edit.names:
        return f'<a id="{html.escape(key)}"></a>'
    title = f' title="{html.escape(place)}"' if place else ""
    shown = _ANCHOR_TAG.sub("", printed) or f" [{html.escape(key)}]"
    return f'<a href="#{html.escape(key)}"{title} role="doc-biblioref">{shown}</a>'


def _latex(edit: _Edit, keys: Sequence[str], printed: str) -> str:
    cited = _cited(edit, keys)
    if len(cited) > 1 and not any(place for _, place in cited):
        return r"\cite{" + ",".join(key for key, _ in cited) + "}"
    return "".join(
        r"\cite" + (f"[{_PAGES.sub('', place).replace('-', '--')}]" if place else "") + f"{{{key}}}"
        for key, place in cited
    )


_PAGES = re.compile(r"^pp?\. ")  # which LaTeX puts before a bare number


_Writer = Callable[[_Edit, Sequence[str], str], str]
_WRITERS: Mapping[str, _Writer] = {
    "text": _markdown,
    "markdown": _markdown,
    "html": _html,
    "latex": _latex,
}
