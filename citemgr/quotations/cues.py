"""Words near quotation marks that say what stands between them, by language.

An entry is a word or, with `_` for a space, a phrase; `~` at its end stands for any ending. They
are matched without regard to case, as whole words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

# Verbs of saying and writing: what they introduce or follow was said by somebody.
_SAYING: Mapping[str, str] = {
    "en": """said say says saying ask asked asks replied replies reply answered answers cried
        cries exclaim~ whisper~ shout~ mutter~ murmur~ remark remarks remarked adds added
        continues continued observes observed write writes wrote writing written state states
        stated stating argue argues argued arguing claim claims claimed note notes noted
        explain explains explained concludes concluded declares declared insist insists
        insisted suggest suggests suggested warn warns warned admit admits admitted report
        reports reported tell tells told assert asserts asserted describe describes described
        maintain maintains maintained points_out pointed_out put_it puts_it read reads
        according_to in_the_words_of as_he_puts as_she_puts quote quotes quoted speak_of
        speaks_of spoke_of speaks calls_it called_it calls_this called_this calls_him
        called_him calls_her called_her calls_them called_them calls_for called_for recall
        recalls recalled announces announced thought think thinks began went_on returned
        rejoin~ interrupt~ demand~ inquir~""",
    "de": """sagt~ schreib~ schrieb~ geschrieben meint meinte erklär~ fragt~ antwortet~
        heißt_es betont~ formulier~ bemerk~ zitier~ behauptet~ nennt rief lautet stellt_fest
        stellte_fest ruft spricht_von""",
    "fr": """dit disait écrit écrivait écrire affirm~ expliqu~ répond~ déclar~ ajout~ demand~
        selon soulign~ note observe constat~ rappell~ conclu~ lit-on s’écri~ s'écri~ parle_de""",
    "es": """dijo dije~ dice dicen escrib~ afirma~ explic~ señal~ sostien~ respond~ según
        declar~ añad~ se_lee observa concluy~ recuerda~ apunta~ pregunt~ exclam~ habla_de""",
    "it": """disse dissi~ scriv~ scriss~ afferma~ spieg~ sostien~ secondo osserva~ rispos~
        chies~ parla_di""",
    "ru": """сказал~ говор~ писал писала писали писать пишет отмеча~ утвержда~ замеча~ спросил~
        ответил~ считает подчёркива~ подчеркива~ заявил~ объясня~ по_словам согласно""",
    "others": """powiedzi~ pisze pisał~ twierdzi~ zauważ~ według skriver skrev sade säger sagde
        siger schrijft schreef zei zegt volgens""",
}
# Nouns and participles that name what follows: a term, a title, a headline.
_NAMING: Mapping[str, str] = {
    "en": """so-called known_as named term termed terms dubbed word words phrase expression
        label labels labeled labelled entitled titled title headline song poem essay article
        novel chapter short_story painting film episode sketch ballad nicknamed defined_as""",
    "de": """sogenannt~ so_genannt~ betitelt~ begriff~ wort wortes worte ausdruck~ titel skizze
        schlagwort~ namens bezeichnung""",
    "fr": "soi-disant intitulé~ titre terme termes mot mots esquisse",
    "es": "llamad~ denominad~ titulad~ título término términos palabra palabras esbozo",
    "it": "cosiddett~ intitolat~ titolo termine parola",
    "ru": "так_называем~ слово слова термин~ озаглавлен~ под_названием понятие",
}
# Weaker signs of the same: articles and the like stand before a term more often than before speech.
_LEADING: Mapping[str, str] = {
    "en": """called notion_of concept_of idea_of column pamphlet lecture piece play track
        category adjective meaning means referred_to_as refers_to_as heading slogan motto
        a_kind_of the_sense_of term_of a the an as_a as_an his her their this that these those
        such of no any every so""",
    "de": "genannt unter_dem",
    "fr": "appelé~ dite expression nommé~",
    "es": "expresión así_llamad~ de_un de_una el la un una",
    "it": "chiamat~ espressione",
    "ru": "называем~ названи~",
    "others": "tak_zwan~ słowo słowa pojęci~ zatytułowan~ så_kallad~ ordet zogenaamd~ woord",
}
# The same where the script has no spaces.
CJK_SAYING = re.compile(
    r"[说說曰道云写寫问問答]\s*[:：,，]?\s*$|(?:指出|认为|認為|写道|寫道|表示|述べ|書い|言っ)"
)
CJK_NAMING = re.compile(
    r"(?:所谓|所謂|题为|題為|名为|称为|稱為|一词|詞|いわゆる|短文|文章|小说|小說|诗|詩|歌曲|题目|題目|书名"
    r"|電影|电影)\s*$"
)


# So many words are remembered with their answer: most words of a text are the same few.
WORDS_KEPT = 1 << 13


class Lexicon:
    """The entries of a table, asked word by word: a text costs the same however many there are."""

    def __init__(self, table: Mapping[str, str]) -> None:
        entries = " ".join(table.values()).split()
        self._whole = frozenset(entry for entry in entries if not entry.endswith("~"))
        self._begun = frozenset(entry[:-1] for entry in entries if entry.endswith("~"))
        self._lengths = sorted({len(entry) for entry in self._begun})
        self._longest = max(entry.count("_") for entry in entries) + 1
        self._first = frozenset(entry.split("_")[0] for entry in self._whole if "_" in entry)
        self._has = lru_cache(WORDS_KEPT)(self._looked_up)

    def occurs_in(self, text: str) -> bool:
        """Whether an entry stands anywhere in `text`."""
        words = _WORD.findall(text.lower())
        return any(self._starts_at(words, at) for at in range(len(words)))

    def ends(self, text: str) -> bool:
        """Whether an entry ends `text`, but for marks and blanks."""
        words = _WORD.findall(text.lower())[-self._longest :]
        return any(self._has("_".join(words[at:])) for at in range(len(words)))

    def _starts_at(self, words: Sequence[str], at: int) -> bool:
        phrase = words[at]
        if self._has(phrase):
            return True
        if phrase not in self._first:
            return False
        for following in words[at + 1 : at + self._longest]:
            phrase = f"{phrase}_{following}"
            if phrase in self._whole:
                return True
        return False

    def _looked_up(self, phrase: str) -> bool:
        return phrase in self._whole or any(
            phrase[:length] in self._begun for length in self._lengths
        )


_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
SAYING, NAMING, LEADING = Lexicon(_SAYING), Lexicon(_NAMING), Lexicon(_LEADING)
# "In his words,", "mit den Worten:", "en ces mots :" lead up to speech; "the word" names a term.
SAID_IN_WORDS = re.compile(
    r"\b(?:words|Worten?|mots|palabras|parole|palavras|слов(?:а|ами))\b[^.!?:,]{0,50}[,:]\s*[*_]*$",
    re.IGNORECASE,
)
# Before a clause that is quoted: "he records that “the motion was carried”".
THAT = re.compile(
    r"\b(?:that|dass|daß|que|qu[’']|che|ch[’']|что|że|att|at|dat)\s*[*_]*$", re.IGNORECASE
)
# The same where the word means nothing else.
CONJUNCTION = re.compile(r"\b(?:dass|daß|che|ch[’']|что|że)\s*[*_]*$", re.IGNORECASE)
# Behind the name of a newspaper in marks: its volume, its number, its date.
DATED_AFTER = re.compile(
    r"\s?,\s(?:(?:a|n|nr|no|num|núm|anno|année|Jg|vol|t|г)\.\s?[\dIVXLC]|[IVXLC]+[,\s(]"
    r"|\d{1,2}\.?\s[^\W\d]{3,12}\.?\s(?:1[5-9]|20)\d\d|[^\W\d_]{3,12}\.?\s(?:\d{1,2},\s)?(?:1[5-9]|20)\d\d)"
)
# What may stand between a word that names and the mark.
BEFORE_MARK = re.compile(r"(?:^|[^\W_])\s*[:,]?\s*[*_]*$")
# Behind a term or title rather than somebody's words.
NAMED_AFTER = re.compile(
    r"\s*(?:这个词|这一词|一词|一语|这个概念|という(?:語|言葉|題)"
    r"|(?:is|was) the (?:title|name|word|term)\b|als (?:Begriff|Titel)\b)"
)
# A callout may stand between.
CALLED = re.compile(
    r"^.{0,50}?\b(?:is|was|remains|ist|war|bleibt|est|reste|es|era|è|rimane|это|остаётся|остается)\b"
    r"(?:\s[^\W\d_]+){0,3}\s"
    r"(?:title|titre|Titel|título|titolo|title of|книга|работа|статья)\b"
)
# Before a title in a list of works or a note: author and year, or nothing but the author.
NAME_BEFORE = re.compile(
    r"\s*(?:[^\W\d_a-zа-яё][\w.’'-]*(?:,\s|\s)(?:(?:and|et|und|y|e|и|al|de|van|von)\.?\s)?){0,5}"
    r"[^\W\d_a-zа-яё][\w.’'-]*[,.]{1,2}\s*"
)
YEAR_BEFORE = re.compile(r"[.,)]\s*\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.\s*$")
# Before a gloss: the meaning of a word of another language.
GLOSS = re.compile(
    r"\b(?:meaning|means|literally|i\.e\.|d\.\s?h\.|wörtlich|littéralement|букв\.)[\s,:]*$",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|we|you|my|our|your|me|us|ich|wir|du|mein\w*|je|nous|vous|mon|yo|nosotros|usted|mi"
    r"|я|мы|вы|io|noi)\b"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may"
    r"|might|must|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|kann|muss|soll|est|sont"
    r"|était|étaient|a|ont|avait|fut|sera|es|son|era|fue|ha|han|había|será|è|sono|fu|aveva"
    r"|был|была|было|были|есть|будет)\b",
    re.IGNORECASE,
)
