"""The one exception that citemgr raises on purpose."""

from __future__ import annotations


class CitemgrError(Exception):
    """What went wrong with a person's file or request, where, and what to do next.

    `path`, `line` and `column` (both from 1) are None where they have no meaning. `str(error)`
    is one line, `PATH:LINE:COLUMN: message`.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)
