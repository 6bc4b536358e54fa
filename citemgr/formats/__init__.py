"""Text to entries and back: the only codecs in the house, one module a format."""

from citemgr.formats.coding import read_entries, stream_entries, told_format, write_entries
from citemgr.formats.csl_json import to_csl
from citemgr.formats.table import FORMATS, Format, Parsed, Quoted

__all__ = [
    "FORMATS",
    "Format",
    "Parsed",
    "Quoted",
    "read_entries",
    "stream_entries",
    "to_csl",
    "told_format",
    "write_entries",
]
