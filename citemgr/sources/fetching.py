"""A text from the web: asked for by a person, politely, and with an end to everything.

The host's robots.txt is read first and obeyed (RFC 9309: what cannot be read forbids). Redirects,
the size after decompression and the whole time have limits, and the request says who asks.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from citemgr.model import CitemgrError

if TYPE_CHECKING:
    from requests import Response, Session

# Seconds until a connection stands, until the next bytes come, and for everything together.
CONNECT_S = 10.0
READ_S = 20.0
WHOLE_S = 120.0
# Bytes of a text after decompression; a long book with pictures has less.
LARGEST = 64 * 1024 * 1024
_LARGEST_ROBOTS = 512 * 1024
_MOST_REDIRECTS = 10
_PIECE = 64 * 1024
_AGENT = "citemgr"

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one download, in seconds and bytes."""

    connect: float = CONNECT_S
    read: float = READ_S
    whole: float = WHOLE_S
    size: int = LARGEST


@dataclass(frozen=True, slots=True)
class Fetched:
    """A downloaded text: its bytes (UTF-8 where the server named another charset), the suffix of
    its format, and the address that it came from in the end."""

    data: bytes
    suffix: str
    url: str


def fetch(url: str, limits: Limits | None = None) -> Fetched:
    """Download the text at `url`.

    Raises `CitemgrError` for an address that is not http(s), that robots.txt forbids, that answers
    with an error, redirects in a circle, is too large or too slow.
    """
    import requests

    limits = limits or Limits()
    end = time.monotonic() + limits.whole
    seen: list[str] = []
    with requests.Session() as session:
        session.headers["User-Agent"] = user_agent()
        try:
            while True:
                if url in seen or len(seen) > _MOST_REDIRECTS:
                    raise CitemgrError("redirects in a circle, or too often", path=url)
                seen.append(url)
                _refuse_other_schemes(url)
                _ask_robots(session, url, limits, end)
                response = _get(session, url, limits)
                with response:
                    if response.is_redirect:
                        url = urljoin(url, response.headers["Location"])
                        continue
                    if response.status_code != 200:
                        raise CitemgrError(f"the server answers {response.status_code}", path=url)
                    data = _body(response, url, limits.size, end)
                    return Fetched(*_as_text(data, response, url), url)
        except requests.RequestException as error:
            raise CitemgrError(_in_words(error), path=url) from error
        except OSError as error:
            raise CitemgrError(f"cannot be fetched: {error}", path=url) from error


def user_agent() -> str:
    """Who asks: a program, its version, and where a server's owner finds out more."""
    from citemgr import __version__

    return f"{_AGENT}/{__version__} (checks quotations; one request a text, by hand)"


def _refuse_other_schemes(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CitemgrError("is no http or https address", path=url)


def _get(session: Session, url: str, limits: Limits) -> Response:
    return session.get(
        url, stream=True, allow_redirects=False, timeout=(limits.connect, limits.read)
    )


def _ask_robots(session: Session, url: str, limits: Limits, end: float) -> None:
    parts = urlsplit(url)
    address = f"{parts.scheme}://{parts.netloc}/robots.txt"
    with session.get(address, stream=True, timeout=(limits.connect, limits.read)) as response:
        if 400 <= response.status_code < 500:
            return
        if response.status_code != 200:
            raise CitemgrError(
                f"robots.txt cannot be read ({response.status_code}), which forbids", path=url
            )
        text = _body(response, address, _LARGEST_ROBOTS, end).decode("utf-8", "replace")
    parser = RobotFileParser(address)
    parser.parse(text.splitlines())
    if not parser.can_fetch(_AGENT, url):
        raise CitemgrError(
            "the server's robots.txt forbids programs; save the page yourself and add the file",
            path=url,
        )


def _body(response: Response, url: str, largest: int, end: float) -> bytes:
    """The decompressed body; bytes are taken as they come, so that a server that drips one after
    the other is left when the time is up."""
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > largest:
        raise CitemgrError(f"is larger than {largest // 1024 // 1024} MB", path=url)
    parts: list[bytes] = []
    size = 0
    while piece := response.raw.read1(_PIECE, decode_content=True):
        parts.append(piece)
        size += len(piece)
        if size > largest:
            raise CitemgrError(f"is larger than {largest // 1024 // 1024} MB", path=url)
        if time.monotonic() > end:
            raise CitemgrError("takes too long to download", path=url)
    return b"".join(parts)


def _as_text(data: bytes, response: Response, url: str) -> tuple[bytes, str]:
    """The bytes in UTF-8 where the header names another charset, and the suffix of the format."""
    kind, _, parameters = response.headers.get("Content-Type", "").partition(";")
    kind = kind.strip().lower()
    suffix = _SUFFIXES.get(kind) or PurePosixPath(urlsplit(url).path).suffix.lower() or ".html"
    _, _, charset = parameters.lower().partition("charset=")
    charset = charset.split(";")[0].strip(" \"'")
    if kind.startswith("text/") and charset and charset not in ("utf-8", "utf8"):
        try:
            return data.decode(charset).encode("utf-8-sig"), suffix
        except (LookupError, UnicodeError):
            return data, suffix
    return data, suffix


def _in_words(error: Exception) -> str:
    import requests

    if isinstance(error, requests.Timeout):
        return "the server does not answer in time"
    if isinstance(error, requests.ConnectionError):
        return "cannot be reached"
    return f"cannot be fetched: {type(error).__name__}"
