"""YAML of bibliographies, read as plain data (no tags, no classes) and written in block style."""

from __future__ import annotations

import datetime
from typing import Any

from citemgr.model import CitemgrError


def load(text: str, path: str | None = None) -> Any:
    """The data of the first document in `text`; dates come as text. Raises `CitemgrError` for what
    is no YAML."""
    import yaml

    class Plain(yaml.SafeLoader):
        """Plain data: dates and numbers with leading zeros stay text."""

    Plain.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if "timestamp" not in tag]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    try:
        # Every value is data of `SafeLoader`'s kinds; no tag makes an object.
        return next(iter(yaml.load_all(text, Loader=Plain)), None)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise CitemgrError(
            f"is no YAML: {error.problem}", path=path, line=line, column=column
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise CitemgrError(f"is no YAML: {error}", path=path) from error


def dump(data: Any) -> str:
    """`data` as YAML, in its own order."""
    import yaml

    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def as_text(value: Any) -> str:
    """A scalar as text; empty for lists, mappings and nothing."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float | datetime.date):
        return str(value)
    return ""
