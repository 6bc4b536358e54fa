"""Words near quotation marks that say what stands between them, in several languages."""

from __future__ import annotations

import re

# Verbs of saying and writing, by their beginnings: what they introduce or follow was said by somebody.
SAYING = re.compile(
    r"""\b(?:
      sa(?:id|ys?|ying)|ask(?:ed|s)?|repl(?:ied|ies|y)|answer(?:ed|s)|cr(?:ied|ies)|exclaim\w*|whisper\w*
    | shout\w*|mutter\w*|murmur\w*|remark(?:s|ed)?|add(?:s|ed)|continu(?:es|ed)|observ(?:es|ed)
    | wr(?:ites?|ote|iting|itten)|stat(?:es?|ed|ing)|argu(?:es?|ed|ing)|claim(?:s|ed)?|not(?:es|ed)
    | explain(?:s|ed)?|conclud(?:es|ed)|declar(?:es|ed)|insist(?:s|ed)?|suggest(?:s|ed)?|warn(?:s|ed)?
    | admit(?:s|ted)?|report(?:s|ed)?|tell(?:s)?|told|assert(?:s|ed)?|describ(?:es?|ed)|maintain(?:s|ed)?
    | point(?:s|ed)\ out|put\ it|puts\ it|reads?|according\ to|in\ the\ words\ of|as\ \w+\ puts|quot(?:es?|ed)
    | speak(?:s)?\ of|spoke\ of|call(?:s|ed)\ (?:it|this|him|her|them|for)|recall(?:s|ed)?|announc(?:es|ed)
    | speaks?|thought|think(?:s)?|began|went\ on|return(?:ed)|rejoin\w*|interrupt\w*|demand\w*|inquir\w*
    | sagt\w*|schreib\w*|schrieb\w*|geschrieben|mein(?:t|te)|erklär\w*|fragt\w*|antwortet\w*|heißt\s+es
    | betont\w*|formulier\w*|bemerk\w*|zitier\w*|behauptet\w*|nennt|rief|lautet|stellt\w*\s+fest|ruft
    | dit|disait|écri(?:t|vait|re)|affirm\w*|expliqu\w*|répond\w*|déclar\w*|ajout\w*|demand\w*|selon|soulign\w*
    | note|observe|constat\w*|rappell\w*|conclu\w*|lit-on|s’écri\w*|s'écri\w*
    | dij[oe]\w*|dice[n]?|escrib\w*|afirma\w*|explic\w*|señal\w*|sostien\w*|respond\w*|según|declar\w*|añad\w*
    | se\s+lee|observa|concluy\w*|recuerda\w*|apunta\w*|pregunt\w*|exclam\w*
    | diss[ei]\w*|scriv\w*|scriss\w*|afferma\w*|spieg\w*|sostien\w*|secondo|osserva\w*|rispos\w*|chies\w*
    | сказал\w*|говор\w*|пис(?:ал|ала|али|ать)|пишет|отмеча\w*|утвержда\w*|замеча\w*|спросил\w*|ответил\w*|считает
    | подчёркива\w*|подчеркива\w*|заявил\w*|объясня\w*|по\s+словам|согласно
    | powiedzi\w*|pisze|pisał\w*|twierdzi\w*|zauważ\w*|według|skriver|skrev|sade|säger|sagde|siger
    | schrijft|schreef|zei|zegt|volgens
    )\b | [说說曰道云写寫问問答]\s*[:：,，]?\s*$ | (?:指出|认为|認為|写道|寫道|表示|述べ|書い|言っ)""",
    re.VERBOSE | re.IGNORECASE,
)
# Before a term or a title rather than somebody's words.
NAMING = re.compile(
    r"""(?:\b(?:
      so-called|called|known\ as|named|term(?:ed|s)?|dubbed|word(?:s)?|phrase|expression|label(?:l?ed)?|notion\ of
    | concept(?:s)?\ of|idea\ of|nicknamed|entitled|titled|title|headlined|headline|song|poem|essay|article|novel|chapter
    | short\ story|painting|film|episode|column|sketch|ballad|pamphlet|lecture|piece|play|track|category|adjective
    | meaning|means|defined\ as|refer(?:red|s)?\ to\ as|heading|slogan|motto|a\ kind\ of|the\ sense\ of|spoke\ of\ an?
    | so\ ?genannt\w*|namens|genannt|betitelt|Begriff\w*|Wort\w*|Ausdruck\w*|Titel|Skizze|Schlagwort\w*|unter\ dem|Bezeichnung
    | soi-disant|appelé\w*|dit|dite|intitulé\w*|titre|terme\w*|mot|mots|expression|esquisse|nommé\w*
    | llamad\w*|denominad\w*|titulad\w*|título|término\w*|palabra\w*|expresión|esbozo|así\ llamad\w*
    | cosiddett\w*|chiamat\w*|intitolat\w*|titolo|termine|parola|espressione
    | так\ называем\w*|называем\w*|слов[оа]|термин\w*|озаглавлен\w*|названи\w*|под\ названием|понятие
    | tak\ zwan\w*|słow[oa]|pojęci\w*|zatytułowan\w*|så\ kallad\w*|ordet|zogenaamd\w*|woord
    | term\ of|an\ old|a|an|the|as\ an?|his|her|their|this|that|these|those|such|of|no|any|every
    )|so|所谓|所謂|题为|題為|名为|称为|稱為|一词|詞|いわゆる)\s*[:,]?\s*[*_]*$""",
    re.VERBOSE | re.IGNORECASE,
)
STRONG_NAMING = re.compile(
    r"""\b(?:so-called|known\ as|named|term(?:ed|s)?|dubbed|words?|phrase|expression|label(?:l?ed)?|entitled|titled|title
    | headline|song|poem|essay|article|novel|chapter|short\ story|painting|film|episode|sketch|ballad|nicknamed|defined\ as
    | sogenannt\w*|so\ genannt\w*|betitelt\w*|Begriff\w*|Worte?s?|Ausdruck\w*|Titel|Skizze|Schlagwort\w*|namens|Bezeichnung
    | soi-disant|intitulé\w*|titre|termes?|mots?|esquisse
    | llamad\w*|denominad\w*|titulad\w*|título|términos?|palabras?|esbozo
    | cosiddett\w*|intitolat\w*|titolo|termine|parola
    | так\ называем\w*|слов[оа]|термин\w*|озаглавлен\w*|под\ названием|понятие
    )\s*[:,]?\s*[*_]*$|(?:所谓|所謂|题为|題為|名为|一词|詞|いわゆる|短文|文章|小说|小說|诗|詩|歌曲|题目|題目|书名|電影|电影)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind a term or title rather than somebody's words.
NAMED_AFTER = re.compile(
    r"""\s*(?:这个词|这一词|一词|一语|这个概念|という(?:語|言葉|題)|is\ the\ (?:title|name|word|term)|was\ the\ (?:title|name)
    |als\ (?:Begriff|Titel)|lautet\ der\ Titel)""",
    re.VERBOSE,
)
# Behind a gloss: the meaning of a word of another language.
GLOSS = re.compile(
    r"\b(?:meaning|means|literally|i\.e\.|d\.\s?h\.|wörtlich|littéralement|букв\.)[\s,:]*$", re.I
)
FIRST_PERSON = re.compile(
    r"\b(?:I|we|you|my|our|your|me|us|ich|wir|du|mein\w*|je|nous|vous|mon|yo|nosotros|usted|mi|я|мы|вы|io|noi)\b"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must"
    r"|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|kann|muss|soll|est|sont|était|étaient|a|ont|avait"
    r"|fut|sera|es|son|era|fue|ha|han|había|será|è|sono|fu|aveva|был|была|было|были|есть|будет)\b",
    re.IGNORECASE,
)
