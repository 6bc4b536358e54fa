"""Names of persons and bodies, in the four parts of BibLaTeX (manual, section 2.3.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """One name. A body (`literal`) has no parts; a person has a family name at least.

    `prefix` is the particle ("van", "de la"), `suffix` the "Jr." or "III".
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; `others` says that the source closes it with "et al."."""

    names: tuple[Name, ...]
    others: bool = False
