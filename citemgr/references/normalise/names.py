"""Names as reference lists print them: inverted or not, initials, particles, bodies, "et al.".

The field is cut at what can only part names (`;`, "and", "&"), then commas are read by what stands
between them: initials belong to the family name before, several words are a name of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.references.labels import known_lists
from citemgr.values import Name, Names

OTHERS = re.compile(
    r"[,;&\s]*(?:\b(?:et\.?\s?(?:al\b|alii\b|autres\b|coll\b)|and\s+(?:others|colleagues)|u\.\s?a\b"
    r"|und\s+andere|y\s+otros|e\s+altri|e\s+outros|и\s+др|i\s+in)\.?|等)[.,;\s]*",
    re.IGNORECASE,
)
# What says that the named are editors, translators, ...; it is no part of a name.
ROLE = re.compile(
    r"""
    [\s,(\[]* \b (?: eds? | editors? | edited | hrsg | hg | hgg | herausgeber | herausgegeben
    | dirs?
      | éds? | coords? | comps? | compilers? | orgs? | trans | transl | translators? | translated
      | übers | trad | traduit | red | ред | сост | пер | cura | curs? )
    \b [.,:;)\]\s]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_ABBREVIATED = re.compile(r"(?:^|[\s.\-,])[^\W\d_]h?\.$|\b(?:Jr|Sr)\.$")
_LEAD = re.compile(
    r"^(?:in|by|with|par|por|edited by|trans\. by|translated by|byline"
    # "von Max Meyer" is by him, "von Meyer, M." is his name.
    r"|(?:von|di|da)(?!\s+[\w'’\-]{2,}(?:,\s|\s[A-Z]\.)))\b[:\s]+",
    re.IGNORECASE,
)
# The number of the reference, taken in with its first name.
_NUMBERED = re.compile(r"^\W*\d{1,3}\W+(?=[^\W\d_])")
_AND = re.compile(r"\s*,?\s+(?:and|und|et|y|e|og|och|en|и)\s+|\s*[&;；]\s*|\s*,?\s*\bwith\s+")
# "Ortega y Gasset, J.": an "and" inside one family name, held together while names are parted.
_COMPOUND = re.compile(
    r"(?:^|(?<=[;,&] ))[^\W\d_]+ (?:y|i|e) [^\W\d_]+(?=, (?:[^\W\d_]\.|[^\W\d_]+(?:$|[;,])))"
)
_GLUE = "\ue000"
_CJK_AND = re.compile(r"\s*[,，、;；]\s*|和")
_DOTTED = re.compile(r"(?:[^\W\d_]h?\.[\s\-‐]*)+")
_VANCOUVER = re.compile(r"(?P<family>.*?\w)\s+(?P<given>[A-ZÀ-Þ](?:[-]?[A-ZÀ-Þ]){0,3})")
# "Cavanaugh Kyle C.", "Марков Н.О.", "Fasolka Michael J": an initial ends no name that stands in
# its natural order.
_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\W\d_][\w'’\-]+)\s+(?:(?P<second>[^\W\d_][\w'’\-]+)\s+)?"
    r"(?P<given>(?:[^\W\d_]h?\.[\s\-‐]*)+|[A-ZÀ-Þ])"
)
# "The Editors of ARTnews", "MCV Editors": bodies, though "editors" marks a role elsewhere.
_STAFF = re.compile(r"(?:[A-Z][\w’']*\s){1,3}(?:Editors|Staff)|The\s(?:Editors|Staff)\b.*")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|jnr|snr)\.?", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTICLES = frozenset(
    "van von der den de la le du di da del della dos das do af av zu zur ten ter te el al bin ibn "
    "vom des degli".split()
)
# Written large, a particle begins a family name.
_CAPITAL_PARTICLES = frozenset({"Del", "De", "Van", "Von", "Di", "Da", "Dos"})
_BODY = re.compile(
    r"""
    \b (?: universit\w+ | organi[sz]ation | institut\w* | ministry | minist\w+ | council | society
      | association | committee | commission | agency | department | bureau | office | foundation
      | academy | center | centre | union | unions | group | corporation | company | inc | ltd
      | gmbh
      | editors | staff | team | press | news | bank | court | parliament | congress | board
      | museum
      | library | church | federation | network | project | consortium | collaboration | service
      | services | authority | administration | government | assembly | party | club | college
      | school
      | laborator\w+ | hospital | verein | gesellschaft | bundes\w+ | amt | verband | stiftung
      | sociét\w+ | associa\w+ | consejo | conseil | haut | comité | комитет | министерство
      | организаци\w+ | академи\w+ | обществ\w+ | sociedade | coordinamento
      | институт
      | университет | academia | fundaci\w+ | society | states | nations | international
      | national )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_names(text: str, family_first: bool = False) -> Names | None:
    """The names that an author or editor field prints; None where there is none.

    `family_first` says that the names stand family first though no comma shows it.
    """
    text = " ".join(text.split())
    if is_staff(text):
        return Names((Name(literal=text.strip(" .,")),))
    text = _NUMBERED.sub("", text)
    text = _LEAD.sub("", ROLE.sub(" ", text).strip(" ,;:()[]"))
    text, others = OTHERS.subn(" ; ", text)
    text = text.strip(" ,;:&")
    if not _ENDS_ABBREVIATED.search(text):
        text = text.rstrip(" .")
    if not any(character.isalpha() for character in text):
        return None
    if _CJK.search(text):
        names = [_cjk(part) for part in _CJK_AND.split(text) if part.strip()]
    else:
        text = _slashes_parted(text)
        parted = ";" in text
        chunks = _chunks(text)
        leads = family_first or ("." not in text and _all_lead(_words_of_names(chunks)))
        names = [name for chunk in chunks for name in _read_chunk(chunk, parted, leads)]
    return Names(tuple(names), others > 0) if names else None


def lead_with_family(fields: Iterable[str]) -> bool:
    """Whether a list of references prints names family first without a comma, "Khoury Jack": some
    of its author fields surely do, and hardly any surely does not."""
    leading = natural = 0
    for field in fields:
        if _CJK.search(field):
            continue
        for words in _words_of_names(_chunks(field.strip(" .,"))):
            if len(words) == 2:
                leading += _family_leads(words)
                natural += _family_leads(words[::-1])
            elif len(words) == 3 and _DOTTED.fullmatch(words[2]) and len(words[2]) == 2:
                leading += _DOTTED.match(words[0]) is None
    return leading > CONTRARY * natural


# So many names must stand family first for one that does not.
CONTRARY = 4


def _words_of_names(chunks: list[str]) -> list[list[str]]:
    return [part.split() for chunk in chunks for part in chunk.split(",")]


def _may_lead(words: list[str]) -> bool:
    """Whether a name without comma may stand family first: two words, or an initial between."""
    if len(words) == 3 and not (_DOTTED.fullmatch(words[1]) and len(words[0]) > 2):
        return False
    return len(words) in {2, 3} and not _DOTTED.match(words[0])


def _chunks(text: str) -> list[str]:
    """What stands between "and", "&" and `;`; a body that holds an "and" stays whole."""
    if _is_body(text) and ";" not in text and not re.search(r",\s+(?:and|et|und)\s", text):
        return [text]
    text = _COMPOUND.sub(_joined, text)
    return [
        chunk.strip(" ,").replace(_GLUE, " ") for chunk in _AND.split(text) if chunk.strip(" ,.")
    ]


def is_staff(text: str) -> bool:
    """Whether the name is that of a paper's own people: "MCV Editors"."""
    return _STAFF.fullmatch(text.strip(" .,")) is not None


def _slashes_parted(text: str) -> str:
    """`text` with `;` for a slash between names that stand family first, "Meyer, L./Mann, W."."""
    parts = re.split(r"(?<=[\w.])\s?/\s?(?=[^\W\d_])", text)
    return "; ".join(parts) if len(parts) > 1 and all("," in part for part in parts) else text


def _joined(match: re.Match[str]) -> str:
    return match[0].replace(" ", _GLUE)


def _read_chunk(chunk: str, parted: bool, leads: bool) -> Iterator[Name]:
    """The names of a chunk; `parted` says that semicolons stand between the names of the list,
    `leads` that they stand family first though no comma shows it."""
    if _is_body(chunk):
        yield Name(literal=chunk.strip(" ,"))
        return
    parts = [part.strip() for part in chunk.split(",") if part.strip()]
    inverted = "first" if parted and len(parts) == 2 else _inverted(parts)
    at = 0
    while at < len(parts):
        part = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else ""
        if following and (_is_initials(following) or (at == 0 and inverted) or inverted == "all"):
            suffix = parts[at + 2] if at + 2 < len(parts) else ""
            if not _SUFFIX.fullmatch(suffix):
                suffix = ""
            if _SUFFIX.fullmatch(following):
                yield _natural(part, suffix=following)
            else:
                yield _family_given(part, following, suffix)
            at += 3 if suffix else 2
        elif leads and _may_lead(words := part.split()):
            yield _family_given(words[0], " ".join(words[1:]))
            at += 1
        else:
            yield _natural(part)
            at += 1


def _inverted(parts: list[str]) -> str:
    """`first` where the first name stands family first, `all` where all do, else empty."""
    if len(parts) < 2 or _vancouver(parts[0]) or _DOTTED.match(parts[0]):
        return ""
    words = [len(_plain_words(part)) for part in parts]
    if len(parts) % 2 == 0 and len(parts) > 2:
        families, given = parts[::2], parts[1::2]
        shouted = all(family.isupper() for family in families) and not any(map(str.isupper, given))
        if shouted or all(
            words[at] == 1 and _is_given(parts[at + 1]) for at in range(0, len(parts), 2)
        ):
            return "all"
    if len(parts) % 2 == 0 and len(parts) > 2 and all(count == 1 for count in words):
        return "all"
    if words[0] == 1 or parts[0].isupper():
        return "first"
    # No name is of one word: it is the given name of the one before.
    alone = words[1] == 1 and (len(parts) == 2 or max(words[2:]) > 1)
    return "first" if alone else ""


def _is_given(part: str) -> bool:
    return "g" in known_lists(part.split()[0].lower().strip("."))


def _plain_words(part: str) -> list[str]:
    return [word for word in part.split() if word.lower() not in _PARTICLES]


def _is_initials(part: str) -> bool:
    part = " ".join(word for word in part.split() if word not in _PARTICLES)
    letters = [c for c in part if c.isalpha()]
    if not letters or len(letters) > 5:
        return False
    if part.isupper() and len(letters) <= 3 and " " not in part.strip():
        return True
    words = [word for word in re.split(r"[\s.\-‐]+", part) if word]
    capitals = all(word.isupper() and len(word) <= 3 for word in words)
    return (capitals and len(words) <= 4) or bool(_DOTTED.fullmatch(part))


def _family_given(family: str, given: str, suffix: str = "") -> Name:
    prefix, family = _split_prefix(family)
    if _shouted(family):
        given = " ".join(_recased(word) if _shouted(word) else word for word in given.split(" "))
    words = given.split()
    particles = 0 if prefix else _trailing_particles(["", *words])
    if particles:
        given, prefix = " ".join(words[:-particles]), " ".join(words[-particles:])
    return Name(
        family=_recased(family),
        given=_spaced(given),
        prefix=prefix,
        suffix=suffix.strip(),
        dropped=particles > 0 if prefix else None,
    )


def _natural(part: str, suffix: str = "") -> Name:
    """A name without a comma: "J. Smith", "Smith JA", "Марков Н.О.", "DAVRANCHE Guillaume"."""
    leading = _FAMILY_FIRST.fullmatch(part)
    if leading and not (leading["second"] is None and part.isupper() and "." not in part):
        return _family_leading(leading, suffix)
    vancouver = _vancouver(part)
    if vancouver:
        return _family_given(vancouver["family"], vancouver["given"], suffix)
    words = part.split()
    particles = _trailing_particles(words)
    if particles:
        return _family_given(words[0], " ".join(words[1:]), suffix)
    if _family_leads(words):
        return _family_given(words[0], " ".join(words[1:]), suffix)
    if len(words) == 1:
        return Name(family=_recased(words[0]), suffix=suffix)
    if _shouted(words[0]) and not _shouted(words[-1]):
        count = next(at for at, word in enumerate(words) if not _shouted(word))
        return _family_given(" ".join(words[:count]), " ".join(words[count:]), suffix)
    if _SUFFIX.fullmatch(words[-1]) and len(words) > 2:
        suffix, words = words[-1], words[:-1]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if start > 2 and words[start - 2] in _CAPITAL_PARTICLES:
        start -= 2  # "Pablo Del Rio Gonzalez"
    return _family_given(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _family_leading(match: re.Match[str], suffix: str) -> Name:
    """The second word belongs to the given names where it is known as one, or the first is
    shouted and it is not."""
    family, second, given = match["family"], match["second"] or "", match["given"]
    known = "g" in known_lists(second.lower()) or (_shouted(family) and not _shouted(second))
    if second and known:
        return _family_given(family, f"{second} {given}", suffix)
    return _family_given(f"{family} {second}".strip(), given, suffix)


def _trailing_particles(words: list[str]) -> int:
    """How many small particles end a name that stands family first: "Kriegsheim A von"."""
    count = 0
    while count < len(words) - 2 and words[-1 - count] in _PARTICLES:
        count += 1
    return count


def _vancouver(part: str) -> re.Match[str] | None:
    match = _VANCOUVER.fullmatch(part)
    if match is None or part.isupper() or _DOTTED.match(part):
        return None
    return match


def _family_leads(words: list[str]) -> bool:
    """Whether a name of two words stands family first, "Khoury Jack": the first is known as a
    family name and no given name, or the second the other way round."""
    if len(words) != 2 or not words[0][:1].isupper() or _DOTTED.match(words[0]):
        return False
    first, second = (known_lists(word.lower().strip(".,")) for word in words)
    family_only = "f" in first and "g" not in first
    given_only = "g" in second and "f" not in second
    return (family_only and "g" in second) or (given_only and "g" not in first)


def _all_lead(names: list[list[str]]) -> bool:
    """Whether all names of a list stand family first, since some do and none surely does not."""
    pairs = [words for words in names if len(words) == 2]
    return any(map(_family_leads, pairs)) and not any(_family_leads(words[::-1]) for words in pairs)


def _shouted(word: str) -> bool:
    return len(word) >= 2 and word.isupper() and "." not in word


def _split_prefix(family: str) -> tuple[str, str]:
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in _PARTICLES and words[count].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _recased(family: str) -> str:
    """A shouted family name in ordinary case, part by part; short ones may be initials."""
    if not family.isupper() or len(family) < 3:
        return family
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), family)


def _spaced(given: str) -> str:
    """`JA` as `J. A.`, `J.A.` as `J. A.`; a name in full stays as it is."""
    given = given.strip(" ,")
    if given.isalpha() and given.isupper() and len(given) <= 3 and len(given) > 0:
        return " ".join(f"{letter}." for letter in given)
    return re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_])", " ", given)


def names_body(words: str) -> bool:
    """Whether `words` hold one that names of organisations have and those of persons lack."""
    return bool(_BODY.search(words)) and "," not in words


def _is_body(text: str) -> bool:
    if "," in text and _DOTTED.search(text):
        return False
    words = text.split()
    if len(words) == 1:
        return text.isupper() and 3 <= len(text) <= 8 and "." not in text
    family, comma, given = text.partition(",")
    if comma and " " not in family.strip() and not _BODY.search(given) and len(given.split()) < 4:
        return False
    if _BODY.search(text) and not re.search(r"\b[A-Z]\.", text):
        return True
    if "," not in text and re.search(r"\w/\w", text):
        return True
    return "," not in text and bool(re.search(r"\b(?:of|for|on|für|pour|para)\b", text))


def _cjk(part: str) -> Name:
    part = part.strip(" .·")
    if re.fullmatch(r"[\u3400-\u9fff]{2,4}", part):
        return Name(family=part[0], given=part[1:])
    return Name(literal=part)
