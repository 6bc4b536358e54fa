"""What labelled stretches make of an entry: years of a work and of its edition, counts, places in
notes, names whose order the whole list tells. The labels are given, no model is asked."""

from __future__ import annotations

import pytest

from citemgr.model import Entry, LabelledField, Role
from citemgr.references.labels import Labelling
from citemgr.references.normalise import Context, build_entry, lead_with_family
from citemgr.values import Date, Names
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_names


def built(
    text: str, labels: dict[str, str], role: Role = "list", context: Context | None = None
) -> Entry:
    """The entry of `text`, in which the values of `labels` stand in their order."""
    fields = []
    at = 0
    for label, value in labels.items():
        start = text.index(value, at)
        at = start + len(value)
        fields.append(LabelledField(label.rstrip("2"), value, start, at))
    labelling = Labelling(tuple(fields), (0.9,) * len(fields), 0.9)
    return build_entry(text, labelling, role, context or Context()).entry


def date(entry: Entry, name: str) -> str:
    value = entry.fields.get(name)
    return format_edtf(value) if isinstance(value, Date) else ""


@pytest.mark.parametrize(
    ("text", "labels", "edition", "work"),
    [
        ("Hume. [1752] 1955. Essays.", {"date": "[1752] 1955"}, "1955", "1752"),
        ("Darwin 1859 [1964]. Origin.", {"date": "1859 [1964]"}, "1964", "1859"),
        ("Freud (1900/1953). Dreams.", {"date": "1900/1953"}, "1953", "1900"),
        ("Weber 1905. Routledge 2001.", {"date": "1905", "date2": "2001"}, "2001", "1905"),
        (
            "Das 2019. ICLR, May 6, 2019.",
            {"date": "2019", "date2": "May 6, 2019"},
            "2019-05-06",
            "",
        ),
        ("Report 2009/2010.", {"date": "2009/2010"}, "2009/2010", ""),
        ("Report 1914/15.", {"date": "1914/15"}, "1914/1915", ""),
        ("Smith 1990. Paper. Meeting 1988.", {"date": "1990", "date2": "1988"}, "1990", ""),
    ],
)
def test_years_of_work_and_edition(
    text: str, labels: dict[str, str], edition: str, work: str
) -> None:
    entry = built(text, labels)
    assert (date(entry, "date"), date(entry, "origdate")) == (edition, work)


def test_a_count_of_volumes_is_no_volume() -> None:
    entry = built("Лермонтов М. Ю. Сочинения: В 5 т. 1936.", {"title": "Сочинения", "volume": "5"})
    assert (entry.text("volumes"), entry.text("volume")) == ("5", "")


def test_the_page_of_a_newspaper_stays_in_a_note() -> None:
    labels = {"title": "J’accuse", "container": "L’Aurore", "date": "13 janvier 1898", "pages": "1"}
    text = "Émile Zola, « J’accuse », L’Aurore, 13 janvier 1898, p. 1."
    assert "pages" in built(text, labels, role="note").fields


def test_a_locator_goes_in_a_note() -> None:
    text = "Weber, Politik als Beruf, München 1919, S. 66."
    labels = {"title": "Politik als Beruf", "date": "1919", "pages": "66"}
    assert "pages" not in built(text, labels, role="note").fields
    assert "pages" in built(text, labels).fields


def test_the_list_tells_that_names_stand_family_first() -> None:
    fields = ["Cairns John", "Chaisemartin Clément", "Volpi Riccardo", "Osgood Charles E."]
    assert lead_with_family(fields)
    assert not lead_with_family(["John Cairns", "Charles E. Osgood", "Riccardo Volpi"])
    entry = built("Volpi Ozan, Paper", {"author": "Volpi Ozan"}, context=Context(None, True))
    names = entry.fields["author"]
    assert isinstance(names, Names)
    assert format_names(names) == "Volpi, Ozan"
