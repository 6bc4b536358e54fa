"""EPUB: the chapters of a book in their order, each as a page of HTML (EPUB 3.3, OPF).

Places are lines of the chapter's file, and the page of the printed book where the file marks pages.
Notes may stand in another chapter than their anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from citemgr.documents.archive import Archive
from citemgr.documents.decoding import decode
from citemgr.documents.draft import Draft
from citemgr.documents.html import Links, language_of, write_html
from citemgr.documents.html_notes import add_notes
from citemgr.documents.tags import parse
from citemgr.documents.xml import attribute, child, descendants, local, parse_xml, text_of
from citemgr.model import CitemgrError, Document

_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def read(data: bytes, path: str) -> Document:
    """The document that an `.epub` is.

    Raises `CitemgrError` for a broken book and for one whose chapters are locked by DRM.
    """
    archive = Archive(data, path, ".epub")
    draft = Draft(path, "epub")
    links = Links()
    language = None
    for member in _chapters(archive, path, draft):
        try:
            source = decode(archive.read(member), f"{path}/{member}")
        except CitemgrError as error:
            if "META-INF/encryption.xml" in archive:
                raise CitemgrError(
                    "is locked by DRM; only the shop's own reader can open it", path=path
                ) from error
            raise
        root = parse(source)
        language = language or language_of(root)
        draft.block_break()
        draft.enter(f"{path}/{member}", source)
        write_html(root, draft, links, member)
    add_notes(draft, links.pointers, links.places)
    draft.language = draft.language or language
    return draft.document()


def _chapters(archive: Archive, path: str, draft: Draft) -> Iterator[str]:
    """The files of the spine, in reading order; the table of contents left out."""
    container = parse_xml(archive.read("META-INF/container.xml"), path, "container.xml")
    roots = list(descendants(container, "rootfile")) if container is not None else []
    package = attribute(roots[0], "full-path") if roots else ""
    opf = parse_xml(archive.read(package), path, package)
    manifest, spine = child(opf, "manifest"), child(opf, "spine")
    if opf is None or manifest is None or spine is None:
        raise CitemgrError("is no EPUB: it has no list of chapters", path=path)
    code = text_of(child(opf, "metadata", "language")).split("-")[0].lower()
    draft.language = code if len(code) == 2 else None
    items = {attribute(each, "id"): each for each in manifest if local(each) == "item"}
    for reference in spine:
        item = items.get(attribute(reference, "idref"))
        if item is None or attribute(item, "media-type") not in _PAGES:
            continue
        if "nav" in attribute(item, "properties").split():
            continue
        yield normpath(join(dirname(package), unquote(attribute(item, "href"))))
