"""Block quotations: what the format marks as one, and what plain text sets off by moving it in.

The attribution under a block ("— Name, 1997") and the callout behind its last words are not part of
the quotation, nor are marks around the whole of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citemgr.model import Block, BlockKind, Document, Form, Quotation, Reference, Span, Status
from citemgr.quotations.flows import blocks_of

# Plain text moved in by fewer columns is no block; in more than this share of the paragraphs, it is
# the layout of the page.
LEAST_INDENT = 2
MOST_INDENTED = 0.4
# A block of fewer letters is a line of something else.
SHORTEST = 25
# How far back from the end of a block its callout begins at most.
LONGEST_CALLOUT = 260
_LEAD_IN = re.compile(r"[^“”„«»\"‘「」\n]{3,150}[:：]\s+(?=[“„«»\"「])")
# An author alone behind a whole sentence: MLA, where the work has no pages.
_AUTHOR_ALONE = re.compile(
    r"(?<=[.!?…”\"])\s*\((?:(?:and|et|und|y|e|al\.|de|von|van|[A-ZÀ-ÞА-Я][\w’'.-]*),?\s?){1,6}\)[\s*_]*$"
)
_ATTRIBUTION = re.compile(r"[\s*_>]*(?:<cite>|[—―]|–\s|--+\s?|~\s|-\s)\s*(?=[^\s—–-])")
_TRAILING = re.compile(
    r"""[\s*_>]*(?:
        \((?:[^()\n]|\n(?!\s*\n)){0,150}?(?:\d|n\.\s?d\.|ibid|op\.\s?cit|ebd|forthcoming)[^()]{0,60}\)
      | (?<=[.!?…»”“"’])\d{1,3}
      | \^?\(?\[\^?@?[\w\d][^\[\]\n]{0,120}\]\)? | [⁰¹²³⁴-⁹]+ | <sup>[^<]{0,40}</sup>
    )[\s.*_]*$""",
    re.VERBOSE | re.IGNORECASE,
)
# `> **Note**`, `> [!WARNING]`: a box, marked as Markdown marks quotations for want of another way.
_ADMONITION = re.compile(
    r"[^\w\[*]*(?:\*\*[^*\n]{2,30}:\*\*\s*\[|\[![A-Za-z]{3,12}\]|(?P<star>\*{1,3}|_{1,3})\W{0,3}(?:note|tip|info|important|warning|caution|hint"
    r"|danger|attention|hinweis|achtung|remarque|attention|nota|advertencia|attenzione"
    r"|примечание|внимание|注意|警告)\W{0,3}(?P=star))",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"[*_]{1,3}")
_PAIRS = {
    "“": "”",
    "„": "“",
    "«": "»",
    "»": "«",
    '"': '"',
    "‘": "’",
    "'": "'",
    "「": "」",
    "”": "”",
}


def find_blocks(document: Document, references: Sequence[Reference]) -> Iterator[Quotation]:
    """The block quotations of a document, in the order of the text."""
    blocks = blocks_of(document)
    found = list(_structural(document, blocks))
    if document.format == "markdown":
        found += _tagged(document, [quotation.outer for quotation in found])
    if document.format == "text":
        found += _indented(document, blocks, references)
    found += _announced(document, blocks, [quotation.outer for quotation in found])
    yield from sorted(found, key=lambda quotation: quotation.span)


def _structural(document: Document, blocks: Sequence[Block]) -> Iterator[Quotation]:
    for at, block in enumerate(blocks):
        outermost = block.parent is None or blocks[block.parent].kind is not BlockKind.QUOTATION
        remark = _ADMONITION.match(document.text, block.span.start, block.span.end)
        if block.kind is BlockKind.QUOTATION and outermost and not remark:
            span = _without_attribution(document, _children(blocks, at) or [block.span])
            if span is not None:
                yield _block_quotation(document, span, Form.STRUCTURAL, Status.STRUCTURAL)


_TAGGED = re.compile(
    r"<blockquote\b[^<>]{0,300}>(?P<words>(?:(?!</?blockquote\b).){1,8000}?)</blockquote>",
    re.S | re.I,
)
_EDGE_TAGS = re.compile(r"(?:\s|</?(?:p|div|span|br|em|i|q)\b[^<>]{0,200}>)+")


def _tagged(document: Document, known: Sequence[Span]) -> Iterator[Quotation]:
    """The block quotations that a Markdown file tags as HTML does."""
    text = document.text
    for match in _TAGGED.finditer(text):
        start, end = match.span("words")
        if any(span.start <= start < span.end for span in known):
            continue
        head = _EDGE_TAGS.match(text, start, end)
        start = head.end() if head else start
        tail = text.find("</p>", start, end)
        if tail >= 0 and _EDGE_TAGS.fullmatch(text, tail, end):
            end = tail
        if end - start >= SHORTEST:
            yield _block_quotation(document, Span(start, end), Form.STRUCTURAL, Status.STRUCTURAL)


def _children(blocks: Sequence[Block], at: int) -> list[Span]:
    end = blocks[at].span.end
    spans = []
    for child in blocks[at + 1 :]:
        if child.span.start >= end:
            break
        if child.kind is not BlockKind.QUOTATION:
            spans.append(child.span)
    return spans


def _indented(
    document: Document, blocks: Sequence[Block], references: Sequence[Reference]
) -> Iterator[Quotation]:
    """Runs of paragraphs moved in on all their lines, where most of the text is not."""
    listed = [reference.span for reference in references if reference.role == "list"]
    paragraphs = [
        block
        for block in blocks
        if block.kind is BlockKind.PARAGRAPH
        and block.parent is None
        and not any(block.span.overlaps(span) for span in listed[:1] + listed[-1:])
    ]
    indented = [block for block in paragraphs if block.indent >= LEAST_INDENT]
    if not indented or len(indented) > MOST_INDENTED * len(paragraphs) + 1:
        return
    first_listed = min((span.start for span in listed), default=len(document.text) + 1)
    last_listed = max((span.end for span in listed), default=-1)
    run: list[Span] = []
    previous: Block | None = None
    for block in paragraphs:
        moved_in = block.indent >= LEAST_INDENT and _all_lines_moved(document.text, block)
        outside = block.span.end <= first_listed or block.span.start >= last_listed
        goes_on = previous is not None and block.indent == previous.indent
        if run and not (moved_in and goes_on and outside):
            yield from _run(document, run)
            run = []
        if moved_in and outside:
            run.append(block.span)
        previous = block
    if run:
        yield from _run(document, run)


def _announced(
    document: Document, blocks: Sequence[Block], known: Sequence[Span]
) -> Iterator[Quotation]:
    """Paragraphs that a colon announces and a callout behind their last stop closes: the layout was
    lost on the way, the habit of citing a block was not."""
    text = document.text
    starts = [span.start for span in known]
    for before, block in pairwise(blocks):
        plain = all(b.kind is BlockKind.PARAGRAPH and b.parent is None for b in (before, block))
        if not plain or not text.endswith((":", "："), before.span.start, before.span.end):
            continue
        end = block.span.end
        cited = _CITED_BLOCK.search(text, max(block.span.start, end - LONGEST_CALLOUT), end)
        at = bisect_right(starts, block.span.start) - 1
        taken = at >= 0 and known[at].end > block.span.start
        if cited is None or taken or _MARKED.search(text, block.span.start, cited.start()):
            continue
        span = Span(block.span.start, cited.start())
        if span.end - span.start >= SHORTEST_ANNOUNCED:
            yield _block_quotation(document, span, Form.BLOCK, Status.STRUCTURAL)


# A paragraph of fewer code points that a colon announces may be anything.
SHORTEST_ANNOUNCED = 120
_CITED_BLOCK = re.compile(
    r"(?<=[.!?…])\s*(?:\((?:[^()\n]|\n(?!\s*\n)){0,120}?\d[^()]{0,30}\)|\[\^?\d[^\[\]\n]{0,30}\])\s*$"
)
_MARKED = re.compile(r"[“”«»„「]|(?<!\w)\"")  # what has marks of its own is found by them


def _run(document: Document, run: Sequence[Span]) -> Iterator[Quotation]:
    span = _without_attribution(document, run)
    if span is not None:
        yield _block_quotation(document, span, Form.BLOCK, Status.STRUCTURAL)


def _all_lines_moved(text: str, block: Block) -> bool:
    """Whether no line of the block begins further left than its first."""
    lines = text[block.span.start : block.span.end].splitlines()[1:]
    return all(len(line) - len(line.lstrip()) >= block.indent for line in lines if line.strip())


def _without_attribution(document: Document, parts: Sequence[Span]) -> Span | None:
    """The stretch of the quoted words: attribution lines at its end and the callout taken off."""
    text = document.text
    kept = list(parts)
    while len(kept) > 1 and _ATTRIBUTION.match(text, kept[-1].start, kept[-1].end):
        kept.pop()
    while len(kept) > 1 and _TRAILING.fullmatch(text, kept[-1].start, kept[-1].end):
        kept.pop()
    if len(kept) == 1 and len(parts) == 1 and _ATTRIBUTION.match(text, *kept[0]):
        return None
    start, end = kept[0].start, kept[-1].end
    end = _before_dash_line(text, kept[-1].start, end)
    while True:
        shorter = _without_callout(document, start, end)
        if shorter == end:
            break
        end = shorter
    letters = sum(1 + ("\u3000" < each < "\uffef") for each in text[start:end] if each.isalnum())
    return Span(start, end) if letters >= SHORTEST else None


def _without_callout(document: Document, start: int, end: int) -> int:
    """Where the quoted words end if a callout stands at their end, else `end`."""
    at = bisect_right(document.superscripts, Span(end, 0)) - 1
    if at >= 0 and start < document.superscripts[at].start < end <= document.superscripts[at].end:
        return document.superscripts[at].start
    for pattern in (_TRAILING, _AUTHOR_ALONE):
        match = pattern.search(document.text, max(start, end - LONGEST_CALLOUT), end)
        if match is not None and match.end() == end and match.start() > start:
            return match.start()
    return end


def _before_dash_line(text: str, start: int, end: int) -> int:
    """Where the last line that begins with a dash starts, inside the last paragraph."""
    line = text.rfind("\n", start, end)
    while line > start:
        if not _ATTRIBUTION.match(text, line + 1, end):
            line = text.rfind("\n", max(start, end - 300), line)
            continue
        return line
    return end


def _after_lead_in(text: str, start: int, end: int) -> int:
    """Where the marks open if the block is a sentence that leads up to one quotation, closed with
    the block: `> The author says: “…” [1]`; else `start`."""
    match = _LEAD_IN.match(text, start, end)
    if match is None:
        return start
    opening = match.end()
    closing = _PAIRS[text[opening]]
    inside = text[opening + 1 : end]
    whole = inside.find(closing) == len(inside.rstrip(".")) - 1
    return opening if whole and closing in inside else start


def _block_quotation(document: Document, span: Span, form: Form, status: Status) -> Quotation:
    text = document.text
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ">"):
        end -= 1
    raised = _EMPHASIS.match(text, start, end)
    if raised and text.find(raised[0], raised.end(), end) == end - len(raised[0]):
        start, end = raised.end(), end - len(raised[0])
    start = _after_lead_in(text, start, end)
    outer = Span(start, end)
    mark = text[start : start + 1]
    closing = _PAIRS.get(mark)
    if closing is not None and end - start > 2:
        last = end - 1 if text[end - 1] == closing else end - 2
        if text[last] == closing and mark not in text[start + 1 : last]:
            return Quotation(
                span=Span(start + 1, last),
                outer=outer,
                open_mark=mark,
                close_mark=closing,
                form=form,
                status=status,
            )
    return Quotation(span=outer, outer=outer, form=form, status=status)
