"""From scanned documents to the library: what is new, what is known, and what will be written.

`scan_files` reads and scans files; `take_in` plans what a library and its stored quotations get
from the scans (`plan_for` reads both first), and `write` carries the plan out.
"""

from citemgr.intake.annotations import (
    Annotation,
    annotation_object,
    quotations_path,
    read_quotations,
)
from citemgr.intake.plan import Changes, Plan, Taken, take_in
from citemgr.intake.reading import scan_files
from citemgr.intake.writing import plan_for, write

__all__ = [
    "Annotation",
    "Changes",
    "Plan",
    "Taken",
    "annotation_object",
    "plan_for",
    "quotations_path",
    "read_quotations",
    "scan_files",
    "take_in",
    "write",
]
