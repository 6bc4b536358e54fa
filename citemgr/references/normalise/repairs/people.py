"""Who people are, by the words around them: without a word that makes them editors or translators
they are the authors, and what stands in front of a film's director is its title."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, labels_of

# What makes a name an editor's or a translator's, in front of it or behind it.
_ROLE = re.compile(
    r"(?i)\b(?:ed|eds|edn|edit\w*|hrsg|hg|hgg|herausg\w*|dirs?|sous|coords?|comps?|compil\w+|orgs?"
    r"|trans|transl\w*|tr|übers\w*|trad\w*|red|by|von|par|por|cura|curs?|ред|сост|пер|под"
    r"|introd\w*|foreword|preface|rev)\b|\b(?:in|dans|en):?\s*$|编|譯|译|主"
)
REACH = 16


def name_people_by_their_words(text: str, parts: Parts) -> Parts:
    """Editors and translators whom nothing calls so made the authors; the author in front of a
    director made the title."""
    labels = labels_of(parts)
    if "director" in labels and "title" not in labels and parts[0].label == "author":
        return (parts[0].under("title"), *parts[1:])
    if "author" in labels or len(labels & {"editor", "translator"}) != 1:
        return parts
    at = next(at for at, part in enumerate(parts) if part.label in {"editor", "translator"})
    person = parts[at]
    around = text[max(0, person.start - REACH) : person.start], text[person.end :][:REACH]
    if _ROLE.search(person.value) or any(_ROLE.search(words) for words in around):
        return parts
    return (*parts[:at], person.under("author"), *parts[at + 1 :])
