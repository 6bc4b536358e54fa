"""The words over a reference list, over a list of notes, and around both on a web page."""

from __future__ import annotations

import re
from typing import Literal

# Headings of reference lists, folded to lower case, in the languages that documents come in.
_LIST = """
references|reference list|list of references|works cited|work cited|bibliography|sources|literature
|references cited|literature cited|selected bibliography|works consulted|further reading|citations
|references and further reading|bibliography and references|cited works|cited literature|source list
|references & further reading|primary sources|secondary sources|cited sources
|literatur|literaturverzeichnis|quellen|quellenverzeichnis|literatur und quellen|bibliographie
|bibliografie|quellen und literatur|quellen- und literaturverzeichnis|literaturangaben|schrifttum
|verwendete literatur|references bibliographiques|références|références bibliographiques
|ouvrages cités
|bibliographie sélective|sources et bibliographie|œuvres citées
|bibliografía|referencias|referencias bibliográficas|obras citadas|fuentes|bibliografia|riferimenti
|riferimenti bibliografici|opere citate|fonti|referências|referências bibliográficas
|obras consultadas
|литература|список литературы|список источников|библиография|источники|использованная литература
|список использованной литературы|список використаних джерел|джерела|література
|bibliografia|literatura|piśmiennictwo|źródła|použitá literatura|zdroje|referenser|litteratur
|källor|källförteckning|litteraturliste|kilder|lähteet|literatuur|literatuurlijst|bronnen
|referenties|šaltiniai|literatūra|kaynakça|kaynaklar|βιβλιογραφία
|参考文献|參考文獻|引用文献|參考書目|参考资料|文献|참고문헌
"""
_NOTES = """
notes|note|endnotes|footnotes|notes and references|references and notes|anmerkungen|fußnoten
|fussnoten|endnoten|notes de bas de page|notas|notas al pie|note a piè di pagina|примечания|сноски
|przypisy|poznámky|noter|fotnoter|noten|voetnoten|išnašos|注释|注釋|脚注|註釋|注
"""
# What web pages put after an article; a reference list does not go on behind it.
_CHROME = re.compile(
    r"""
    (?: share\b | posted\s+(?:by|on|in)\b | filed\s+under | tags?\s*: | tagged | labels?\s*:
    | categories | no\s+comments
      | categor(?:y|ies)\s*: | komentar | rašyti\s+komentarą | leave\s+a | (?:\d+\s+)?comments?\b
      | \d+\s+(?:comments?|responses|kommentare|commentaires|comentarios|replies) | like\s+this
      | loading | related\s+(?:posts|articles)? | about\s+the\s+author | subscribe | newsletter
      | newer\s+post | older\s+post | (?:next|previous)\s+(?:post|article) | home\b | copyright | ©
      | all\s+rights | reply\b | your\s+email | email\s+this | blogthis | print\b | twitter\b
      | facebook\b | kommentare\b | teilen\b | veröffentlicht\s | eingestellt\s+von | partager
      | publié\s+par | commentaires\b | compartir | publicado\s+(?:por|en) | comentarios\b
      | condividi | pubblicato | commenti\b | поделиться | опубликовано | комментари | udostępnij
      | dela\b | kontakt\b | impressum | powered\s+by | read\s+more | view\s+all | sign\s+up
      | skip\s+to | back\s+to\s+top | top\s+of\s+page | 评论 | 分享 | 发表 | コメント | 댓글
      | menu\b | search\b | archives?\b | follow\s+(?:us|me) | last\s+(?:updated|modified) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\W*(?:(?:\d+|[IVX]+)[.)]?\s+|[§#]+\s*)?")
# A heading of more words than this is a sentence.
LONGEST_HEADING = 60
LONGEST_CHROME = 160


def _folded(table: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in table.replace("\n", "").split("|") if entry.strip())


_LISTS, _NOTE_LISTS = _folded(_LIST), _folded(_NOTES)


def heading_of(words: str) -> Literal["list", "notes"] | None:
    """Whether `words` stand over a list of references or of notes."""
    if len(words) > LONGEST_HEADING:
        return None
    folded = _NUMBERING.sub("", words.strip()).strip(" \t*_#:.=-—").lower()
    if folded in _LISTS:
        return "list"
    return "notes" if folded in _NOTE_LISTS else None


def is_chrome(words: str) -> bool:
    """Whether `words` belong to the page around a text, not to the text."""
    return len(words) <= LONGEST_CHROME and bool(_CHROME.match(words.strip(" \t*_#>|-•")))
