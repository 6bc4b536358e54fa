"""The stream of an RTF file, groups and control words, as paragraphs with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from citemgr.model import CitemgrError

_TOKEN = re.compile(
    rb"""
      \\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?
    | \\'(?P<hex>[0-9A-Fa-f]{2})
    | \\(?P<symbol>[^A-Za-z])
    | (?P<open>\{) | (?P<close>\})
    | (?P<text>[^\\{}\r\n]+) | [\r\n]+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
# Destinations whose words are no part of the text. Unknown ones that begin with \* are none either.
_SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl"
    " footerr footerf listtable listoverridetable rsidtbl generator xmlnstbl themedata"
    " colorschememapping latentstyles datastore filetbl revtbl annotation atnid atnauthor"
    " pntxta pntxtb nonshppict bkmkstart bkmkend xe tc".split()
)
_KNOWN_STARRED = frozenset({"fldinst", "shppict", "footnote", "shptxt"})
_WORDS = {
    "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "‑", "-": ""}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_FONT = re.compile(rb"\{\\f(\d{1,5})\b[^{}]*?\\fcharset(\d{1,3})")
# Groups nested more deeply are refused: no program writes them.
DEEPEST = 2000


@dataclass(slots=True)
class _State:
    """What a group has set; a copy is made where a group opens."""

    silent: bool = False
    raised: bool = False
    hidden: bool = False
    skip: int = 1
    encoding: str = "cp1252"
    destination: str = ""


@dataclass(slots=True)
class Look:
    """What `\\pard` resets: a paragraph's margins, style and rank."""

    left: int = 0
    first: int = 0
    style: int = -1
    rank: int = 0


@dataclass(slots=True)
class Paragraph:
    """A paragraph as read: its words as calls to make, and its look."""

    look: Look
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """A run of paragraphs: the text, or a note."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    current: Paragraph = field(default_factory=lambda: Paragraph(Look()))
    depth: int = 0
    endnote: bool = False


class Reader:
    """From the stream to stories of paragraphs."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        self._fonts = {
            int(number): _CHARSETS.get(int(charset), "cp1252")
            for number, charset in _FONT.findall(data[:500_000])
        }
        self.text = Story()
        self.notes: list[Story] = []
        self._stories = [self.text]
        self._states = [_State()]
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._fields = 0

    def run(self) -> None:
        """Read the stream to its end."""
        for match in _TOKEN.finditer(self._data):
            kind = match.lastgroup
            if kind in {"word", "number"}:
                self._control(match["word"].decode(), match["number"])
            elif kind == "hex":
                if self._skip:
                    self._skip -= 1
                else:
                    self._bytes.append(int(match["hex"], 16))
            elif kind == "text":
                text = match["text"][self._skip :]
                self._skip = max(0, self._skip - len(match["text"]))
                self._bytes += text
            elif kind == "symbol":
                self._symbol(match["symbol"].decode("latin-1"))
            elif kind == "open":
                self._open()
            elif kind == "close":
                self._close()
        self._flush()
        for story in self._stories:
            story.paragraphs.append(story.current)

    def _open(self) -> None:
        self._flush()
        if len(self._states) > DEEPEST:
            raise CitemgrError("its groups are nested too deeply to be a document", path=self._path)
        self._states.append(replace(self._states[-1], destination=""))
        self._starred = False

    def _close(self) -> None:
        self._flush()
        if len(self._states) == 1:
            return
        closed = self._states.pop()
        if len(self._stories) > 1 and self._stories[-1].depth > len(self._states):
            story = self._stories.pop()
            story.paragraphs.append(story.current)
        if closed.destination == "field":
            self._add("end", "")
        elif closed.destination == "fldinst":
            self._add("separate", "")
        self._starred = False

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\\{}":
            self._bytes += symbol.encode()
        elif symbol in _SYMBOLS:
            self._flush()
            self._add("words", _SYMBOLS[symbol])
        elif symbol in "\r\n":
            self._end_paragraph()

    def _control(self, word: str, number: bytes | None) -> None:
        self._flush()
        state = self._states[-1]
        value = int(number) if number else 1
        if self._starred:
            self._starred = False
            if word not in _KNOWN_STARRED:
                state.silent = True
                return
        if word in _SILENT:
            state.silent = True
        elif word in _WORDS:
            self._add("words", _WORDS[word])
        elif word == "u":
            self._add("words", _character(value))
            self._skip = state.skip
        elif word in _DESTINATIONS:
            _DESTINATIONS[word](self, state)
        elif word in _LAYOUT:
            self._layout(word, value, number)
        elif word in _SETTINGS:
            _SETTINGS[word](self, state, value, number)

    def _layout(self, word: str, value: int, number: bytes | None) -> None:
        story = self._stories[-1]
        if self._states[-1].silent:
            return
        look = story.current.look
        if word in {"par", "sect", "page", "cell", "row", "column"}:
            self._end_paragraph()
        elif word == "line":
            self._add("line", "")
        elif word == "pard":
            story.current.look = Look()
        elif word in {"li", "lin"}:
            look.left = value if number else 0
        elif word == "fi":
            look.first = value if number else 0
        elif word == "s":
            look.style = value
        elif word == "outlinelevel":
            look.rank = value + 1 if number else 1

    def _end_paragraph(self) -> None:
        self._flush()
        story = self._stories[-1]
        if self._states[-1].silent:
            return
        story.paragraphs.append(story.current)
        story.current = Paragraph(replace(story.current.look))

    def _footnote(self, state: _State) -> None:
        story = Story(depth=len(self._states))
        self._add("note", str(len(self.notes)))
        self.notes.append(story)
        self._stories.append(story)
        state.raised = False

    def _field(self, state: _State) -> None:
        state.destination = "field"
        self._add("begin", "")

    def _instruction(self, state: _State) -> None:
        state.destination = "fldinst"

    def _label(self, state: _State) -> None:
        """The number of a list's item, written out for programs that cannot count."""
        state.destination = "listtext"

    def _flush(self) -> None:
        if self._bytes:
            state = self._states[-1]
            self._add("words", self._bytes.decode(state.encoding, errors="replace"))
            self._bytes.clear()

    def _add(self, kind: str, text: str) -> None:
        state = self._states[-1]
        if state.silent or (state.hidden and kind == "words"):
            return
        inside = {each.destination for each in self._states[-4:]} if kind == "words" else set()
        if "fldinst" in inside:
            kind = "code"
        elif "listtext" in inside:
            kind = "label"
        elif kind == "words" and state.raised:
            kind = "raised"
        self._stories[-1].current.parts.append((kind, text))

    def _set_endnote(self, state: _State, value: int, number: bytes | None) -> None:
        self._stories[-1].endnote = len(self._stories) > 1

    def _set_font(self, state: _State, value: int, number: bytes | None) -> None:
        state.encoding = self._fonts.get(value, state.encoding)

    def _set_codepage(self, state: _State, value: int, number: bytes | None) -> None:
        state.encoding = {65001: "utf-8", 10000: "mac_roman"}.get(value, _codepage(value))
        self._fonts = {
            font: state.encoding if charset == "cp1252" else charset
            for font, charset in self._fonts.items()
        }

    def _set_raised(self, state: _State, value: int, number: bytes | None) -> None:
        state.raised = value != 0

    def _set_level(self, state: _State, value: int, number: bytes | None) -> None:
        state.raised = False

    def _set_hidden(self, state: _State, value: int, number: bytes | None) -> None:
        state.hidden = value != 0

    def _set_skip(self, state: _State, value: int, number: bytes | None) -> None:
        state.skip = min(8, max(0, value))

    def _set_plain(self, state: _State, value: int, number: bytes | None) -> None:
        state.raised = state.hidden = False


_LAYOUT = frozenset("par sect page cell row column line pard li lin fi s outlinelevel".split())
_DESTINATIONS: dict[str, Callable[[Reader, _State], None]] = {
    "footnote": Reader._footnote,
    "field": Reader._field,
    "fldinst": Reader._instruction,
    "listtext": Reader._label,
    "pntext": Reader._label,
}
_SETTINGS: dict[str, Callable[[Reader, _State, int, bytes | None], None]] = {
    "f": Reader._set_font,
    "ftnalt": Reader._set_endnote,
    "ansicpg": Reader._set_codepage,
    "super": Reader._set_raised,
    "nosupersub": Reader._set_level,
    "sub": Reader._set_level,
    "v": Reader._set_hidden,
    "deleted": Reader._set_hidden,
    "uc": Reader._set_skip,
    "plain": Reader._set_plain,
}


def _character(value: int) -> str:
    """The character of `\\u`, which is a signed 16-bit number; halves of a pair stay halves."""
    value = value + 0x10000 if value < 0 else value
    return chr(value) if 0 < value < 0x110000 else ""


def _codepage(number: int) -> str:
    try:
        "".encode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
