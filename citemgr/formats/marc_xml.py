"""MARCXML: MARC 21 records as XML (Library of Congress, MARC 21 XML schema "slim")."""

from __future__ import annotations

from citemgr.formats import xml_tree as xml
from citemgr.formats.marc_fields import entry_of
from citemgr.formats.marc_record import Field, MarcRecord
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a file, an OAI or an SRU answer; one without a title is a finding."""
    root, findings = xml.parse(text, path)
    entries = []
    for element in xml.every(root, "record"):
        record = _record(element)
        if not record.fields:
            continue  # the envelope of an answer
        entry = entry_of(record)
        if entry.fields:
            entries.append(entry)
        if "title" not in entry.fields:
            findings.append(broken_record("has no title (245)", path, record.line))
    return Parsed(tuple(entries), tuple(findings))


def _record(element: xml.Element) -> MarcRecord:
    record = MarcRecord(_raw(element, "leader"), line=xml.line_of(element))
    for each in element:
        tag = xml.attribute(each, "tag")
        if xml.name(each) == "controlfield":
            record.fields.append(Field(tag, "", (("", _words(each)),)))
        elif xml.name(each) == "datafield":
            indicators = "".join(xml.attribute(each, name)[:1] or " " for name in ("ind1", "ind2"))
            parts = tuple(
                (xml.attribute(part, "code"), xml.words(part))
                for part in xml.children(each, "subfield")
            )
            record.fields.append(Field(tag, indicators, parts))
    return record


def _raw(element: xml.Element, name: str) -> str:
    found = xml.children(element, name)
    return _words(found[0]) if found else ""


def _words(element: xml.Element) -> str:
    """The text as it stands: blanks of leader and control fields have positions."""
    return "".join(map(str, element.itertext()))
