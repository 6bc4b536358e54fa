"""The edge to the disk: a plan for a library that is there, and carrying a plan out.

Both files are replaced in one step each, the library first: an entry that nothing quotes yet is
harmless, a quotation whose entry is missing is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from citemgr.bibliography import DEFAULT_PATTERN, Library, add, load, save, write_text
from citemgr.intake.annotations import quotations_path, read_quotations, write_lines
from citemgr.intake.plan import Plan, take_in
from citemgr.model import Scan

# Where a library would be; a plan without one is made as if it stood here, empty.
_NOWHERE = Path("bib/library.bib")


def plan_for(
    scans: Iterable[Scan],
    library: Path | None,
    dialect: str | None = None,
    pattern: str = DEFAULT_PATTERN,
) -> Plan:
    """The plan for the library in the file `library` and the quotations beside it; for an empty one
    where `library` is None.

    `dialect` is that of new entries, else the library's own; `pattern` that of new keys. Raises
    `CitemgrError` where either file cannot be read.
    """
    if library is None:
        return take_in(scans, Library(_NOWHERE), pattern=pattern)
    return take_in(scans, load(library, dialect), read_quotations(library), pattern)


def write(plan: Plan) -> None:
    """Write the library and the quotations beside it; a file that would not change is not touched.

    The caller holds the library's lock since before the plan was made. Raises `CitemgrError` where
    a file cannot be written; the one before it is then complete, and a second run mends the rest.
    """
    save(add(plan.library, plan.new))
    path = quotations_path(plan.library.path)
    if plan.quotations or path.exists():
        write_text(path, write_lines(plan.quotations, plan.library.path))
