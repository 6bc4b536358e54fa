"""Labelled stretches of a reference string to a typed `Entry`.

`build_entry` runs the readers of `READERS` over the labelled fields in their order, one small
function a label, each of which sets the fields of the entry that its stretch prints; then the type
is decided and what depends on it is settled.
"""

from citemgr.references.normalise.build import Built, build_entry
from citemgr.references.normalise.draft import Context
from citemgr.references.normalise.names import lead_with_family

__all__ = ["Built", "Context", "build_entry", "lead_with_family"]
