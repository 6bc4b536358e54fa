"""Texts from a real server on loopback: the good one, and the slow, endless, circular and huge."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from click.testing import CliRunner

from citemgr.cli.source import command
from citemgr.model import CitemgrError
from citemgr.sources import Limits, fetch

BOMB = gzip.compress(bytes(16 << 20))
QUICK = Limits(connect=2.0, read=0.5, whole=1.0, size=1 << 20)


class Pages(BaseHTTPRequestHandler):
    """A server with one page for every way in which a download can go."""

    stop: ClassVar[threading.Event] = threading.Event()
    agents: ClassVar[list[str]] = []
    robots: ClassVar[tuple[int, str]] = (200, "User-agent: citemgr\nDisallow: /private/\n")

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        name = self.path.strip("/").partition("/")[0].replace(".", "_")
        getattr(self, f"serve_{name}", self.serve_missing)()

    def serve_robots_txt(self) -> None:
        status, text = self.robots
        self._send(text.encode(), "text/plain", status=status)

    def serve_plain(self) -> None:
        self._send("Grüße aus Köln.".encode("iso-8859-1"), "text/plain; charset=ISO-8859-1")

    def serve_page(self) -> None:
        self._send(b"<p>The words of a page.</p>", "text/html; charset=utf-8")

    def serve_private(self) -> None:
        self._send(b"not for programs", "text/plain")

    def serve_moved(self) -> None:
        self._redirect("/page")

    def serve_circle(self) -> None:
        self._redirect("/back")

    def serve_back(self) -> None:
        self._redirect("/circle")

    def serve_away(self) -> None:
        self._redirect("file:///etc/passwd")

    def serve_missing(self) -> None:
        self._send(b"no such page", "text/plain", status=404)

    def serve_bomb(self) -> None:
        self._send(BOMB, "text/plain", encoding="gzip")

    def serve_large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()

    def serve_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.stop.is_set():
            self.wfile.write(b"and so on " * 1000)

    def serve_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.stop.wait(0.05):
            self.wfile.write(b".")
            self.wfile.flush()

    def serve_silent(self) -> None:
        self.stop.wait(30)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on stderr."""

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, data: bytes, kind: str, status: int = 200, encoding: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Quiet(ThreadingHTTPServer):
    """A server to which it is nothing new that clients hang up."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing on stderr."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(Pages, "stop", threading.Event())
    monkeypatch.setattr(Pages, "agents", [])
    httpd = Quiet(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    Pages.stop.set()
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_text_in_another_charset_comes_as_utf_8(server: str) -> None:
    fetched = fetch(f"{server}/plain", QUICK)
    assert fetched.data.decode("utf-8-sig") == "Grüße aus Köln."
    assert fetched.suffix == ".txt"


def test_redirect_is_followed_and_the_last_address_kept(server: str) -> None:
    fetched = fetch(f"{server}/moved", QUICK)
    assert (fetched.url, fetched.suffix) == (f"{server}/page", ".html")
    assert fetched.data == b"<p>The words of a page.</p>"


def test_says_who_asks(server: str) -> None:
    fetch(f"{server}/page", QUICK)
    assert all(agent.startswith("citemgr/") for agent in Pages.agents)
    assert len(Pages.agents) == 2  # robots.txt, the page


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("private/letter", "robots.txt forbids"),
        ("missing", "answers 404"),
        ("circle", "redirects in a circle"),
        ("away", "no http or https address"),
        ("bomb", "larger than 1 MB"),
        ("large", "larger than 1 MB"),
        ("endless", "larger than 1 MB"),
        ("dripping", "too long"),
        ("silent", "in time"),
    ],
)
def test_every_download_ends(server: str, page: str, message: str) -> None:
    with pytest.raises(CitemgrError, match=message) as caught:
        fetch(f"{server}/{page}", QUICK)
    assert caught.value.path is not None


def test_robots_that_cannot_be_read_forbid(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pages, "robots", (503, ""))
    with pytest.raises(CitemgrError, match=r"robots.txt cannot be read"):
        fetch(f"{server}/page", QUICK)


def test_no_robots_allow(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pages, "robots", (404, ""))
    assert fetch(f"{server}/page", QUICK).data


def test_server_that_is_not_there() -> None:
    with pytest.raises(CitemgrError, match="cannot be reached"):
        fetch("http://127.0.0.1:9/page", QUICK)


@pytest.mark.parametrize("page", ["circle", "missing", "private/letter", "away"])
def test_what_cannot_be_fetched_is_not_added(
    server: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "library.bib").write_text("@book{doe1921, title = {The Bridge}}\n")
    arguments = ["add", "doe1921", f"{server}/{page}", "--library", "library.bib"]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code != 0 and isinstance(result.exception, CitemgrError)
    assert not (tmp_path / "sources").exists()
