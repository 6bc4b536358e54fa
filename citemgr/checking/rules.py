"""The findings of checking; each docstring is what `citemgr rule CODE` prints."""

from __future__ import annotations

from citemgr.model import RULES, UNMARKED_EDITS, Checked, Edit, Finding, Span

# Of a long edit no more words are printed on each side.
_LONGEST = 60
_MOST_EDITS = 3


def altered_quotation(checked: Checked, span: Span | None = None) -> Finding:
    """The words between the marks are not those of the source, and the quotation does not show it.

    A word was added, left out, changed or moved. Restore the source's words, or show the change: an
    ellipsis for what is left out, brackets for what is put in. Where the difference touches a
    negation, number, name, quantifier, modal verb or the like, the finding says that the meaning
    changes. `citemgr check --fix` prints the source's words.
    """
    edits = [edit for edit in checked.edits if edit.type in UNMARKED_EDITS]
    shown = "; ".join(in_words(edit) for edit in edits[:_MOST_EDITS])
    more = f"; {len(edits) - _MOST_EDITS} more" if len(edits) > _MOST_EDITS else ""
    change = "the meaning changes: " if checked.meaning_changing else ""
    return _finding("Q201", f"altered: {change}{shown}{more}", span)


def truncated_context(checked: Checked, span: Span | None = None) -> Finding:
    """A gap leaves out what the sentence depends on, or joins what stands far apart.

    The hidden words hold a negation of the sentence that goes on around the gap, or the two sides
    of the gap stand at least six sentences and 1,500 characters apart. Quote the negation, or make
    two quotations of it.
    """
    reasons = [edit for edit in checked.edits if edit.meaning_changing]
    hidden = next((edit for edit in reasons if edit.source_text), None)
    if hidden is None:
        return _finding("Q202", "truncated: the gap joins passages that stand far apart", span)
    return _finding("Q202", f"truncated: the gap hides “{_short(hidden.source_text)}”", span)


def quotation_from_elsewhere(checked: Checked, cited: str, span: Span | None = None) -> Finding:
    """The passage stands in another source than the one that is cited.

    Correct the citation, or the words: two editions or translations of a work differ.
    """
    return _finding("Q203", f"not in {cited}, but in {checked.found_in}", span)


def absent_quotation(cited: str, span: Span | None = None) -> Finding:
    """The passage is not in the text of the source.

    Neither these words nor nearly these stand in it: a paraphrase between quotation marks, an
    invention, another edition or translation, or a text that is not complete. Look it up.
    """
    return _finding("Q204", f"not found in {cited}", span)


def unchecked_quotation(reason: str, span: Span | None = None) -> Finding:
    """No text of the source is at hand, so that nothing is known of the quotation.

    Add one with `citemgr source add KEY FILE`, name it in the entry's `file` field, or give a
    folder of texts with `--sources`. A quotation that is linked to no source is unchecked too.
    """
    return _finding("Q205", f"unchecked: {reason}", span)


def hidden_contrast(message: str, span: Span | None = None) -> Finding:
    """A gap hides a contrast, a condition, or a negation of its own sentence.

    The quotation may still be fair: read what the gap leaves out.
    """
    return _finding("Q206", message, span)


def wrong_page(found: str, printed: str, span: Span | None = None) -> Finding:
    """The passage stands on another page than the citation says.

    The page is the one of the source text at hand; another edition may have other pages.
    """
    return _finding("Q207", f"on page {found} of the source; cited is {printed}", span)


def misread_source(edit: Edit, span: Span | None = None) -> Finding:
    """The text of the source was read wrong by a machine at a word of the quotation.

    The letters look alike and the source's form is no word of its text ("thc" for "the"), so that
    the quotation is taken to be right. Look at the page where the word matters.
    """
    message = f"the source text has “{edit.source_text}”, taken as “{edit.quote_text}” misread"
    return _finding("Q208", message, span)


def cut_short(word: str, span: Span | None = None) -> Finding:
    """The sentence of the source goes on with a condition or a contrast that the quotation leaves
    out.

    The quotation ends before "but", "unless", "except" or the like, without an ellipsis. It may
    still be fair: read on in the source.
    """
    return _finding("Q209", f"the sentence goes on in the source: “{_short(word)}”", span)


def clause_turned(word: str, span: Span | None = None) -> Finding:
    """The quotation leaves out a word of its own clause that turns or limits what it says.

    Right before the quotation, or behind it in the same clause, the source has a negation, or right
    before it "only", "almost", "allegedly" or the like. The words that are quoted stand there, but
    the source may say the contrary of them.
    """
    return _finding("Q210", f"outside the quotation its clause has “{_short(word)}”", span)


def in_words(edit: Edit) -> str:
    """An edit as a person would say it."""
    ours, theirs = _short(edit.quote_text), _short(edit.source_text)
    why = f" ({edit.why})" if edit.why else ""
    if not theirs:
        return f"“{ours}” is not in the source{why}"
    if not ours:
        return f"“{theirs}” is left out{why}"
    return f"“{ours}” for “{theirs}”{why}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _finding(code: str, message: str, span: Span | None) -> Finding:
    return Finding(code=code, message=message, severity=RULES[code].severity, span=span)
