"""May this be printed? The verdict on one quotation beside the text of its source.

Whole and exact first, which is one look into the index; then as a pattern of pieces with gaps and
brackets. The worst of what differs decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from citemgr.checking.clause import REACH, limiter_before, negation_after, negation_before
from citemgr.checking.exact import compare_exact
from citemgr.checking.gaps import examine_gap, has_dots_after, has_dots_before
from citemgr.checking.languages import LANGUAGES
from citemgr.checking.match import Match
from citemgr.checking.pattern import Pattern, read_pattern
from citemgr.checking.placing import Placed, place
from citemgr.checking.words import squeezed, unbroken
from citemgr.model import GOOD_VERDICTS, UNMARKED_EDITS, Checked, Edit, EditType, Span, Verdict
from citemgr.sources import MOST_PLACES, SHORTEST, Source, find_exact, fold

# A quotation of which less has a counterpart is not in the source; so is one that has so many words
# in a row without one: a true beginning with an invented end.
LEAST_SHARE = 0.6
MOST_LOST = 0.34
FEW_LOST = 4
# Places of a quotation of few letters that are looked at: "I" is one i in thirty.
_MOST_SHORT_PLACES = 1024
# Of a hidden stretch no more is read than tells how far it reaches.
_LONGEST_HIDDEN = 20_000
_LONGEST_CONTEXT = 400
# Surroundings that are compared to tell repeated passages apart.
_SURROUNDINGS = 32

_SHOWN = frozenset({EditType.ELLIPSIS, EditType.BRACKET, EditType.SIC, EditType.EMPHASIS})
_NEXT_WORD = re.compile(r"[,;–—-]?\s*([^\W\d_]+)")
_SHOWS = re.compile(r"[\[(…<]|\.[ \u00a0]*\.")
_STOPS = (". ", ".\n", "! ", "? ", "\n\n")
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<!\n)[\"'»«”“’)\]]*\s|(?<=\n)\s*\n)")


def check(
    quote: str,
    source: str | Source,
    *,
    prefix: str = "",
    suffix: str = "",
    pages: frozenset[str] = frozenset(),
) -> Checked:
    """The verdict on `quote`, the words between the quotation marks, beside `source`.

    `source` is the text of the cited work, or a `Source`, whose index serves many quotations.
    `prefix` and `suffix` (what stands around the quotation) and `pages` (labels that the callout
    names) choose among several places of the same words. Offsets are code points of the source's
    text. Never raises for any text.
    """
    held = Source.of(source) if isinstance(source, str) else source
    folded = fold(quote)
    if not folded:
        return _without_letters(quote, held)

    def prefer(match: Match) -> float:
        return _preference(match, held, prefix, suffix, pages)

    exact = _exact_matches(quote, folded, held)
    if exact:
        best = exact[0]
        if len(exact) > 1:
            best = max(exact, key=lambda each: (each.verbatim, prefer(each)))
        spans = [held.original(each.start, each.end) for each in exact]
        here = held.original(best.start, best.end)
        others = tuple(dict.fromkeys(span for span in spans if span != here))
        edits = () if best.verbatim else _shown_over_equal_words(quote, best, held)
        verdict = _verdict_on(edits, False)
        if best.verbatim:
            verdict = Verdict.VERBATIM
        return _found(verdict, held, (best,), edits, others)
    pattern = read_pattern(quote)
    placed = place(quote, pattern, held, prefer) if pattern.pieces else None
    return _judge(quote, pattern, placed, held) if placed else Checked(Verdict.ABSENT)


def _exact_matches(quote: str, folded: str, source: Source) -> list[Match]:
    """The places where the quotation stands as it is but for typography. Of a few letters many
    places are looked at, because most of them are parts of other words."""
    words = len(quote.split())
    most = _MOST_SHORT_PLACES if len(folded) < SHORTEST else MOST_PLACES
    found = (
        compare_exact(quote, words, source, at, len(folded))
        for at in find_exact(source.index, folded, most=most)
    )
    return list(islice(filter(None, found), MOST_PLACES))


def _judge(quote: str, pattern: Pattern, placed: Placed, source: Source) -> Checked:
    """The verdict on a quotation whose pieces are placed."""
    found = tuple(each for each in placed.matches if each is not None)
    if _is_absent(pattern, placed):
        return Checked(Verdict.ABSENT)
    edits: list[Edit] = [edit for match in found for edit in match.edits]
    for piece, match in zip(pattern.pieces, placed.matches, strict=True):
        if match is None and piece.words:
            text = piece.span.of(quote)
            edits.append(
                Edit(EditType.INSERTION, piece.span, Span(0, 0), text, "", True, "added words")
            )
        elif match is None:
            edits += [
                Edit(each.type, each.span, Span(0, 0), each.span.of(quote), "")
                for each in piece.shown
            ]
    gap_edits, notes, truncated = _gaps(quote, pattern, placed, source)
    edits = sorted(edits + gap_edits, key=lambda each: each.quote.start)
    verdict = _verdict_on(edits, truncated)
    return _found(verdict, source, found, tuple(edits), (), tuple(notes))


def _verdict_on(edits: Sequence[Edit], truncated: bool) -> Verdict:
    """The worst that holds of a passage with these edits."""
    types = {edit.type for edit in edits}
    if types & UNMARKED_EDITS:
        return Verdict.ALTERED
    if truncated or any(edit.meaning_changing for edit in edits):
        return Verdict.TRUNCATED
    return Verdict.MARKED if types & _SHOWN else Verdict.TYPOGRAPHIC


def _is_absent(pattern: Pattern, placed: Placed) -> bool:
    words = sum(len(piece.words) for piece in pattern.pieces)
    pairs = zip(pattern.pieces, placed.matches, strict=True)
    paired = sum(match.paired for _, match in pairs if match is not None)
    lost = [
        len(piece.words) if match is None else match.lost
        for piece, match in zip(pattern.pieces, placed.matches, strict=True)
    ]
    if paired < LEAST_SHARE * words and paired < words - 1:
        return True
    return max(lost) > max(FEW_LOST, MOST_LOST * words)


def _gaps(
    quote: str, pattern: Pattern, placed: Placed, source: Source
) -> tuple[list[Edit], list[tuple[str, str]], bool]:
    """The edits for the gaps, what they hide that is worth a note, and whether one truncates."""
    edits: list[Edit] = []
    notes: list[tuple[str, str]] = []
    truncated = False
    for at, gap in enumerate(pattern.gaps):
        if gap is None:
            continue
        before = next((m for m in reversed(placed.matches[:at]) if m is not None), None)
        after = next((m for m in placed.matches[at:] if m is not None), None)
        if before is None or after is None:
            if not _own_dots(before, after, source):
                edits.append(_open_gap(quote, gap, before, after, source))
            continue
        hidden, start = _between(before, after, source)
        judged = examine_gap(hidden, gap.of(quote), quote)
        if judged.own:
            continue
        truncated |= bool(judged.why)
        if judged.note:
            notes.append(("Q206", judged.note))
        edits.append(
            Edit(
                EditType.DELETION if judged.unshown else EditType.ELLIPSIS,
                gap,
                source.original(start, start + len(hidden)),
                gap.of(quote),
                "" if judged.why == "far apart" else squeezed(hidden),
                bool(judged.why),
                judged.why,
            )
        )
    return edits, notes, truncated


def _open_gap(
    quote: str, gap: Span, before: Match | None, after: Match | None, source: Source
) -> Edit:
    """The edit for a gap at the beginning or the end, which truncates where it hides a negation of
    the clause that is quoted."""
    why = ""
    match = before or after
    if match is not None:
        window = source.window(max(0, match.first - REACH), match.last + REACH)
        found = negation_after if before is not None else negation_before
        place = match.start - window.start, match.end - window.start
        why = "negation" if found(window.text, *place) else ""
    return Edit(EditType.ELLIPSIS, gap, Span(0, 0), gap.of(quote), "", bool(why), why)


def _own_dots(before: Match | None, after: Match | None, source: Source) -> bool:
    """Whether the source has an ellipsis itself where the quotation begins or ends with one."""
    match = before or after
    if match is None:
        return False
    window = source.window(match.first, match.last)
    if before is not None:
        return has_dots_after(window.text, match.end - window.start)
    return has_dots_before(window.text, match.start - window.start)


def _between(before: Match, after: Match, source: Source) -> tuple[str, int]:
    window = source.window(before.last, min(after.first, before.last + _LONGEST_HIDDEN))
    text = window.text[before.end - window.start :]
    return text[: max(0, after.start - before.end)], before.end


def _shown_over_equal_words(quote: str, match: Match, source: Source) -> tuple[Edit, ...]:
    """Brackets and gaps of a quotation whose letters are all the source's: "[t]he", a closing
    ellipsis. Those that stand in the source as well are none."""
    if _SHOWS.search(quote) is None:
        return ()
    pattern = read_pattern(quote)
    window = source.window(match.first, match.last)
    low, high = match.start - window.start, match.end - window.start
    passage = window.text[max(0, low - 12) : high + 12]
    edits = []
    for piece in pattern.pieces:
        for shown in piece.shown:
            text = shown.span.of(quote)
            if squeezed(text) not in squeezed(passage):
                edits.append(Edit(shown.type, shown.span, Span(0, 0), text, ""))
    theirs = read_pattern(passage)
    gaps = [(at, gap) for at, gap in enumerate(pattern.gaps) if gap is not None]
    if len(gaps) > sum(gap is not None for gap in theirs.gaps):
        last = len(pattern.gaps) - 1
        sides = {0: (None, match), last: (match, None)}
        edits += [_open_gap(quote, gap, *sides.get(at, (None, None)), source) for at, gap in gaps]
    return tuple(sorted(edits, key=lambda each: each.quote.start))


def _found(
    verdict: Verdict,
    source: Source,
    matches: tuple[Match, ...],
    edits: tuple[Edit, ...],
    others: tuple[Span, ...] = (),
    notes: tuple[tuple[str, str], ...] = (),
) -> Checked:
    spans = tuple(source.original(each.start, each.end) for each in matches)
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    text, low, high = _surroundings(source, matches)
    open_end = any(edit.type is EditType.ELLIPSIS and not edit.source.end for edit in edits)
    if verdict in GOOD_VERDICTS and not open_end:
        notes = (*notes, *_left_out(text, low, high))
    return Checked(
        verdict=verdict,
        start=start,
        end=end,
        found_in=source.name or None,
        edits=edits,
        context=_sentences(text, low, high),
        spans=spans if len(spans) > 1 else (),
        other_spans=others,
        page=page_at(source, start),
        notes=notes,
    )


def _surroundings(source: Source, matches: tuple[Match, ...]) -> tuple[str, int, int]:
    """The text around a passage, and where in it the passage stands."""
    first, last = matches[0], matches[-1]
    if last.last - first.first > 4 * _LONGEST_HIDDEN:
        last = first
    window = source.window(max(0, first.first - _LONGEST_CONTEXT), last.last + _LONGEST_CONTEXT)
    return window.text, first.start - window.start, last.end - window.start


def _sentence_end(text: str, high: int) -> int:
    found = _SENTENCE_END.search(text, max(0, high - 2))
    return min(found.end() if found else len(text), high + _LONGEST_CONTEXT)


def _sentences(text: str, low: int, high: int) -> str:
    """The sentences in which a passage stands."""
    start = max(low - _LONGEST_CONTEXT, 0)
    for stop in _STOPS:
        at = text.rfind(stop, start, max(low, 0))
        start = at + len(stop) if at >= 0 else start
    return unbroken(text[min(start, low) : _sentence_end(text, high)])


def _left_out(text: str, low: int, high: int) -> Iterator[tuple[str, str]]:
    """Notes on what the sentence of a passage has around it that turns or limits it."""
    rest = text[high : _sentence_end(text, high)].strip()
    if _goes_on_with_contrast(rest):
        yield "Q209", rest
    word = (
        negation_before(text, low, high)
        or negation_after(text, low, high)
        or limiter_before(text, low)
    )
    if word:
        yield "Q210", word


def _goes_on_with_contrast(rest: str) -> bool:
    """Whether a sentence goes on with "but", "unless" or the like."""
    word = _NEXT_WORD.match(rest)
    return word is not None and fold(word.group(1)) in _contrasts()


@lru_cache(maxsize=1)
def _contrasts() -> frozenset[str]:
    return frozenset().union(*(each.contrast_words for each in LANGUAGES.values()))


def page_at(source: Source, offset: int) -> str | None:
    """The label of the page on which a code point of the source's text stands."""
    at = bisect_right(source.pages, offset, key=lambda pair: pair[0]) - 1
    return source.pages[at][1] if at >= 0 else None


def _preference(
    match: Match, source: Source, prefix: str, suffix: str, pages: frozenset[str]
) -> float:
    """How well the surroundings of a place fit those of the quotation."""
    liking = 0.0
    if pages and page_at(source, source.original(match.start, match.end).start) in pages:
        liking += 4
    if prefix or suffix:
        window = source.window(match.first, match.last)
        low, high = match.start - window.start, match.end - window.start
        before = fold(window.text[max(0, low - _SURROUNDINGS) : low])
        after = fold(window.text[high : high + _SURROUNDINGS])
        liking += SequenceMatcher(None, before, fold(prefix[-_SURROUNDINGS:])).ratio()
        liking += SequenceMatcher(None, after, fold(suffix[:_SURROUNDINGS])).ratio()
    return liking


def _without_letters(quote: str, source: Source) -> Checked:
    """A quotation of marks alone stands in the source where these marks do."""
    marks = squeezed(quote)
    if marks and source.count(marks, 1):
        return Checked(Verdict.VERBATIM, found_in=source.name or None)
    return Checked(Verdict.ABSENT)
