"""Large files through `citemgr convert`: records a second and peak memory as the file grows.

    python benchmarks/streaming.py [--records 5000 50000 500000] [--from ris] [--to csl-json]

The file is generated (journal articles with abstracts, keywords and identifiers), once in RIS and,
where another source format is asked for, converted to it first. Each run is a process of its own,
whose processor time and peak memory the operating system tells; reading and writing is counted,
and so is the start of the program. bibutils' `ris2xml`, which makes MODS of RIS, is run on the same
file where it is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

SIZES = (5_000, 50_000, 500_000)
CITEMGR = (sys.executable, "-m", "citemgr")
# Words of titles and abstracts, put together by the number of the record.
WORDS = (
    "memory evidence archive river market children voting language protein soil ethics migration "
    "printing energy climate housing music labour disease algebra"
).split()


def ris(records: int) -> Iterator[str]:
    """That many records, each another work."""
    for number in range(records):
        first, second = WORDS[number % len(WORDS)], WORDS[number // len(WORDS) % len(WORDS)]
        start = number % 900 + 1
        yield (
            f"TY  - JOUR\r\nAU  - {first.title()}son, Maria T.\r\nAU  - {second.title()}er, J.\r\n"
            f"TI  - On {first} and {second}: findings of study {number}\r\n"
            f"JO  - Journal of {second.title()} Research\r\nPY  - {1950 + number % 75}\r\n"
            f"VL  - {number % 90 + 1}\r\nIS  - {number % 12 + 1}\r\nSP  - {start}\r\n"
            f"EP  - {start + 14}\r\nSN  - 1234-5679\r\nDO  - 10.1234/study.{number}\r\n"
            f"UR  - https://example.org/study/{number}\r\nKW  - {first}\r\nKW  - {second}\r\n"
            f"AB  - {' '.join([first, 'is compared with', second, 'over several years.'] * 8)}\r\n"
            f"ER  - \r\n\r\n"
        )


def run(command: Sequence[str], output: Path) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a command that writes to `output`."""
    with output.open("wb") as file, Path(os.devnull).open("wb") as silence:
        to = [(os.POSIX_SPAWN_DUP2, file.fileno(), 1), (os.POSIX_SPAWN_DUP2, silence.fileno(), 2)]
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=to)
        _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, nargs="+", default=SIZES)
    parser.add_argument("--from", dest="source", default="ris")
    parser.add_argument("--to", dest="target", default="csl-json")
    options = parser.parse_args()
    print(
        f"{'program':32} {'records':>9} {'file MB':>8} {'s':>7} {'records/s':>10} {'peak MB':>8}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        for records in options.records:
            made, output = Path(folder, "made.ris"), Path(folder, "output")
            with made.open("w", encoding="utf-8", newline="") as file:
                file.writelines(ris(records))
            source = made
            if options.source != "ris":
                source = Path(folder, "source")
                run([*CITEMGR, "convert", str(made), "--to", options.source], source)
            convert = ["convert", str(source), "--from", options.source, "--to", options.target]
            name = f"citemgr {options.source} to {options.target}"
            show(name, records, source, run([*CITEMGR, *convert], output))
            if shutil.which("ris2xml"):
                peer = run(["ris2xml", str(made)], output)
                show("bibutils ris2xml", records, made, peer)


def show(name: str, records: int, source: Path, cost: tuple[float, float]) -> None:
    """A line of the table."""
    seconds, peak = cost
    size = source.stat().st_size / 1e6
    print(
        f"{name:32} {records:9} {size:8.1f} {seconds:7.1f} {records / seconds:10.0f} {peak:8.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
