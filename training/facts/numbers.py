"""Volumes, issues, pages, identifiers: made up, in the shapes in which they are printed."""

from __future__ import annotations

import random

_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIV XV XVIII XX XXIII XXX XL LII LXXV".split()


def volume(rng: random.Random) -> str:
    """A volume, sometimes Roman."""
    if rng.random() < 0.06:
        return rng.choice(_ROMAN)
    return str(rng.choice((rng.randint(1, 60), rng.randint(1, 400), rng.randint(1, 30))))


def issue(rng: random.Random) -> str:
    """An issue, sometimes double."""
    first = rng.randint(1, rng.choice((4, 12, 52)))
    return f"{first}{rng.choice('-/–')}{first + 1}" if rng.random() < 0.06 else str(first)


def pages(rng: random.Random) -> str:
    """A range of pages, sometimes shortened."""
    start = rng.choice((rng.randint(1, 60), rng.randint(1, 900), rng.randint(100, 4000)))
    end = start + rng.randint(1, 45)
    mark = rng.choice(("-", "–", "-", "–", "--", "—"))
    last = str(end)
    if rng.random() < 0.12 and len(last) == len(str(start)) and len(last) > 2:
        last = last[-2:]
    return f"{start}{mark}{last}"


def newspaper_page(rng: random.Random) -> str:
    """`A7`, `B.15`, `12`, `D1`, `C4-C5`."""
    number = rng.randint(1, 40)
    letter = rng.choice("ABCDEFGMW")
    return rng.choice(
        (f"{letter}{number}", f"{letter}{number}", f"{letter}.{number}", str(number),
         f"{letter}-{number}",
         f"{letter}{number}-{letter}{number + 1}", f"{number}")
    )  # fmt: skip


def isbn(rng: random.Random) -> str:
    """An ISBN in shape; its checksum is not always right, as in print."""
    digits = [str(rng.randint(0, 9)) for _ in range(13)]
    return rng.choice(
        (
            f"978-{digits[0]}-{''.join(digits[1:5])}-{''.join(digits[5:9])}-{digits[9]}",
            "978" + "".join(digits[:10]),
            f"{digits[0]}-{''.join(digits[1:4])}-{''.join(digits[4:9])}-{rng.choice('0123456789X')}",
        )
    )


def issn(rng: random.Random) -> str:
    """An ISSN in shape."""
    return f"{rng.randint(0, 9999):04}-{rng.randint(0, 999):03}{rng.choice('0123456789X')}"


def doi(rng: random.Random) -> str:
    """A DOI in shape."""
    prefix = rng.choice((1016, 1007, 1080, 1093, 1038, 1371, 2307, 3389, 1111, 48550))
    tail = rng.choice(
        (
            f"j.{rng.choice(('jbi', 'respol', 'cell'))}.{rng.randint(2000, 2026)}"
            f".{rng.randint(1, 12):02}.{rng.randint(1, 99):03}",
            f"s{rng.randint(10000, 99999)}-{rng.randint(10, 26):03}"
            f"-{rng.randint(1000, 9999)}-{rng.randint(0, 9)}",
            f"{rng.randint(10**6, 10**8)}",
            f"ajph.{rng.randint(80, 120)}.{rng.randint(1, 12)}.{rng.randint(100, 2000)}",
        )
    )
    return f"10.{prefix}/{tail}"


def report_number(rng: random.Random) -> str:
    """The number of a report, standard, file or docket."""
    letters = rng.choice(("TR", "WP", "NBER", "CS", "DP", "RR", "AD", "STAN-CS", "TM", "MS", "R"))
    return rng.choice(
        (f"{letters}-{rng.randint(10, 9999)}",
         f"{letters} {rng.randint(1, 99)}/{rng.randint(1, 40)}",
         str(rng.randint(10, 30000)), f"{rng.randint(70, 99)}-{rng.randint(1, 300):03}")
    )  # fmt: skip
