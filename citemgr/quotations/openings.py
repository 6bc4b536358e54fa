"""Does a note open with a quotation, its source behind it?

`“The mill was old.” Peter Alder, The Mills of Uri (Bern, 1999), p. 3`: a whole sentence in marks,
then names. A title in that place is written as titles are, or has its journal behind it.
"""

from __future__ import annotations

import re

_SENTENCE = re.compile(
    r"[\s*_]*[“„«\"](?P<words>[^“”„«»\"]{20,2000})(?:[.!?…][”“»\"]|[”“»\"][.!?…])\s*[–—-]?\s*"
    r"(?=(?:[^\W\d_a-zа-яё][\w.’'-]*\s){1,4}[^\W\d_a-zа-яё][\w’'-]*,\s|\()"
)
# Longer words that a sentence has in small letters; fewer are a title's.
_SMALL_WORDS = 3
_LONG_WORD = re.compile(r"\b[a-zà-ÿа-яё]{4,}\b")


def opening_quotation(text: str) -> int:
    """Where the source begins in `text`, a note that opens with a quotation; 0 without one."""
    match = _SENTENCE.match(text)
    if match is None or len(_LONG_WORD.findall(match["words"])) < _SMALL_WORDS:
        return 0
    return match.end()
