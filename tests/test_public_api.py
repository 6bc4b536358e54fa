"""What `import citemgr` gives, and what it costs."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import citemgr


def test_every_public_name_is_there() -> None:
    for name in citemgr.__all__:
        assert getattr(citemgr, name) is not None
    assert set(citemgr.__all__) <= set(dir(citemgr))


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(citemgr, "no_such_name")


def import_if_installed(name: str) -> None:
    """Import a module of citemgr, unless it needs an extra that is not installed."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("citemgr"):
            raise


def test_scan_is_the_function_whatever_was_imported_before() -> None:
    for module in pkgutil.walk_packages(citemgr.__path__, "citemgr."):
        if module.name != "citemgr.__main__":
            import_if_installed(module.name)
    assert callable(citemgr.scan)


def test_import_opens_no_room() -> None:
    code = "import sys, citemgr; print(sorted(n for n in sys.modules if n.startswith('citemgr')))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "['citemgr', 'citemgr.scan']"


def test_from_file_to_links(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "note.txt"
    path.write_text(
        "“We can only see a short distance ahead” (Turing, 1950, p. 460).\n\nReferences\n\n"
        "Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.\n",
        encoding="utf-8",
    )
    scan = citemgr.scan(citemgr.read(path))
    (quotation,) = scan.quotations
    assert quotation.span.of(scan.document.text) == "We can only see a short distance ahead"
    (link,) = scan.links
    assert scan.references[link.reference].entry.text("title") == (
        "Computing machinery and intelligence"
    )
    assert link.locator is not None
    assert (link.locator.kind, link.locator.value) == ("page", "460")
