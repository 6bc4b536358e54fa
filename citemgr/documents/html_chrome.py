"""Which part of a web page is its text, and what around and inside it is not.

`<main>` or the one `<article>` is the text where it holds most of the page. Navigation, share
buttons, comments, cookie notices and the like are told by element, role and class; nothing that
holds a good part of the words is taken for them, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from citemgr.documents.tags import Element, Words

# Elements that are never read: what is no text, and what was deleted from it.
_SKIPPED = frozenset(
    "head script style del noscript template svg iframe object embed select button input textarea"
    " audio video canvas map dialog annotation annotation-xml".split()
)
_CHROME_ROLES = frozenset(
    "navigation banner search menu menubar toolbar dialog alertdialog doc-toc doc-pullquote".split()
)
# Words of a class or id that name what is around a text.
_CHROME_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs sidebar sidenav cookie cookies share sharing"
    " sharedaddy social comments commentlist disqus respond related recommended newsletter"
    " subscribe subscription pagination pager advert adverts advertisement ads promo masthead popup"
    " modal pullquote widget widgets toc toolbar skiplink noprint postmeta".split()
)
# A comment of a reader is a container of this name.
_COMMENT = re.compile(r"\bcomment(?:-\d+)?\b")
_CONTAINERS = frozenset("div section aside ul ol dl li table form header footer nav p span".split())
_NEVER = frozenset({"html", "body", "main", "article", ""})
_NOTES = re.compile(r"footnote|endnote|\bfn|note|reference|bibliograph", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# What holds more of the page's words than this is not chrome.
MOST_CHROME = 0.3
# The main element has to hold at least this share to be all that is read.
LEAST_MAIN = 0.5


class Page:
    """A page, measured: how many characters each element holds."""

    def __init__(self, root: Element) -> None:
        self._sizes: dict[int, int] = {}
        self._all = max(1, self._measure(root))
        self.content = self._content(root)

    def skips(self, element: Element, inside: Mapping[str, int]) -> bool:
        """Whether `element` is not to be read; `inside` counts the open elements by name."""
        if element.name in _SKIPPED or _is_hidden(element):
            return True
        if element.name in _NEVER or self._sizes[id(element)] > MOST_CHROME * self._all:
            return False
        if element.name == "nav" or element.get("role") in _CHROME_ROLES:
            return True
        if element.name in {"footer", "header"}:
            return self._is_furniture(element, inside)
        if element.name not in _CONTAINERS:
            return False
        named = f"{element.get('class')} {element.get('id')}"
        words = {word.lower() for word in _WORD.findall(named)}
        return bool(words & _CHROME_WORDS) or bool(_COMMENT.search(named) and element.name != "p")

    def _is_furniture(self, element: Element, inside: Mapping[str, int]) -> bool:
        """Whether a header or footer belongs to the page and not to the text."""
        if inside.get("blockquote") or inside.get("figure"):
            return False
        if element.name == "header":
            return element.find("nav", "form", "ul") is not None
        return not any(
            _NOTES.search(f"{each.get('id')} {each.get('class')}") for each in element.walk()
        )

    def _content(self, root: Element) -> Element:
        body = root.find("body") or root
        candidates = [each for each in root.walk() if each.name == "main"]
        candidates += [each for each in root.walk() if each.get("role") == "main"]
        articles = [each for each in root.walk() if each.name == "article"]
        if len(articles) == 1:
            candidates += articles
        size = self._sizes[id(body)] - sum(
            self._sizes[id(each)] for each in body.walk() if each.name in {"nav", "script", "style"}
        )
        for element in candidates:
            if self._sizes[id(element)] >= LEAST_MAIN * size:
                return element
        return root

    def _measure(self, root: Element) -> int:
        order = list(root.walk())
        for element in reversed(order):
            size = 0
            for child in element.children:
                if isinstance(child, Words):
                    size += len(child.text)
                elif child.name not in _SKIPPED:
                    size += self._sizes[id(child)]
            self._sizes[id(element)] = size
        return self._sizes[id(root)]


def _is_hidden(element: Element) -> bool:
    return (
        "hidden" in element.attributes
        or element.get("aria-hidden") == "true"
        or (bool(element.get("style")) and bool(_HIDDEN_STYLE.search(element.get("style"))))
    )
