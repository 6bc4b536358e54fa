"""Labelled stretches put right where the string itself says better than the labels.

The model labels tokens one by one; what it cannot weigh is whether the labels of a whole reference
make sense together: a volume belongs to a journal, a work "In" something has a container, a
database is not where a work was published. Each repair is a function from the labelled parts to
better ones; they run in the order of `REPAIRS`, and touch nothing that is consistent.
"""

from __future__ import annotations

from collections.abc import Callable

from citemgr.references.labels import Labelling
from citemgr.references.normalise.repairs.authors import end_authors_with_their_names
from citemgr.references.normalise.repairs.bodies import part_bodies_from_titles
from citemgr.references.normalise.repairs.contained import hold_what_is_in
from citemgr.references.normalise.repairs.daily import hold_what_comes_daily
from citemgr.references.normalise.repairs.dictionaries import hold_articles_of_dictionaries
from citemgr.references.normalise.repairs.gaps import publish_what_was_left_out
from citemgr.references.normalise.repairs.headlines import keep_headlines_whole
from citemgr.references.normalise.repairs.middle import find_authors_in_the_middle
from citemgr.references.normalise.repairs.numbers import put_numbers_in_names
from citemgr.references.normalise.repairs.parts import Part, Parts
from citemgr.references.normalise.repairs.people import name_people_by_their_words
from citemgr.references.normalise.repairs.places import part_places_from_editions
from citemgr.references.normalise.repairs.publishers import (
    publish_what_is_no_text,
    publish_what_stands_alone,
)
from citemgr.references.normalise.repairs.quoted import end_titles_with_their_marks
from citemgr.references.normalise.repairs.sections import set_sections_apart
from citemgr.references.normalise.repairs.sites import name_sites_in_full

REPAIRS: tuple[Callable[[str, Parts], Parts], ...] = (
    name_sites_in_full,
    set_sections_apart,
    put_numbers_in_names,
    part_places_from_editions,
    keep_headlines_whole,
    find_authors_in_the_middle,
    name_people_by_their_words,
    end_authors_with_their_names,
    end_titles_with_their_marks,
    hold_what_is_in,
    hold_articles_of_dictionaries,
    part_bodies_from_titles,
    hold_what_comes_daily,
    publish_what_is_no_text,
    publish_what_was_left_out,
    publish_what_stands_alone,
)


def repaired(text: str, labelling: Labelling) -> Parts:
    """The labelled stretches with their confidences, put right by `REPAIRS`."""
    parts = tuple(
        [
            Part(field.label, field.value, field.start, field.end, sure)
            for field, sure in zip(labelling.fields, labelling.field_confidence, strict=True)
        ]
    )
    for repair in REPAIRS:
        parts = repair(text, parts)
    return tuple(part for part in parts if part.value)


__all__ = ["REPAIRS", "repaired"]
