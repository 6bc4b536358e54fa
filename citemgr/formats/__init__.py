"""Text to entries and back: the only codecs in the house, one module a format."""

from citemgr.formats.coding import (
    read_entries,
    read_stream,
    stream_entries,
    told_format,
    write_entries,
)
from citemgr.formats.csl_json import to_csl
from citemgr.formats.table import FORMATS, REFERENCES, Format, Parsed, Quoted, gathered

__all__ = [
    "FORMATS",
    "REFERENCES",
    "Format",
    "Parsed",
    "Quoted",
    "gathered",
    "read_entries",
    "read_stream",
    "stream_entries",
    "to_csl",
    "told_format",
    "write_entries",
]
