"""The small words of citing, in the languages that documents come in.

Tables only; each entry is written folded (`fold`): lower case, without accents. Sources: the term
lists of the CSL locales (names of locators, "et al.", "ibid.", "no date"), and for the back-reference
formulas the house styles that print them.
"""

from __future__ import annotations

from collections.abc import Mapping

# The term before a locator's value, and the CSL kind it stands for.
LOCATOR_TERMS: Mapping[str, str] = {
    **dict.fromkeys(
        [
            "p",
            "pp",
            "pg",
            "pgs",
            "page",
            "pages",
            "s",
            "ss",
            "seite",
            "seiten",
            "с",
            "стр",
            "страница",
            "страницы",
            "pag",
            "pags",
            "pagg",
            "pagina",
            "paginas",
            "pagine",
            "pagg",
            "str",
            "sid",
            "sida",
            "sidor",
            "side",
            "sider",
            "sivu",
            "sivut",
            "bl",
            "blz",
            "bls",
            "pp_",
            "o",
            "old",
            "σ",
            "σελ",
            "lk",
            "lpp",
            "psl",
            "עמ",
            "ص",
            "页",
            "頁",
            "第",
            "쪽",
            "면",
        ],
        "page",
    ),
    **dict.fromkeys(
        [
            "ch",
            "chap",
            "chapter",
            "chapters",
            "chapitre",
            "cap",
            "capitulo",
            "capitolo",
            "kap",
            "kapitel",
            "kapitlet",
            "гл",
            "глава",
            "rozdz",
            "roz",
            "hoofdstuk",
            "hfst",
            "章",
        ],
        "chapter",
    ),
    **dict.fromkeys(
        [
            "§",
            "§§",
            "sec",
            "sect",
            "section",
            "sections",
            "abschn",
            "abschnitt",
            "secc",
            "seccion",
            "sez",
            "sezione",
            "разд",
            "раздел",
            "节",
            "節",
        ],
        "section",
    ),
    **dict.fromkeys(
        [
            "¶",
            "¶¶",
            "para",
            "paras",
            "paragraph",
            "paragraphs",
            "par",
            "abs",
            "absatz",
            "rn",
            "rdnr",
            "rz",
            "п",
            "пар",
            "parr",
            "parrafo",
            "alinea",
            "段",
        ],
        "paragraph",
    ),
    **dict.fromkeys(
        [
            "l",
            "ll",
            "line",
            "lines",
            "z",
            "zeile",
            "zeilen",
            "linea",
            "lineas",
            "ligne",
            "lignes",
            "righe",
            "行",
        ],
        "line",
    ),
    **dict.fromkeys(
        ["v", "vv", "verse", "verses", "vers", "verso", "versos", "versi", "vers", "ст", "стих"],
        "verse",
    ),
    **dict.fromkeys(
        [
            "f",
            "ff",
            "fol",
            "fols",
            "folio",
            "folios",
            "foll",
            "bll",
            "blatt",
            "c",
            "cc",
            "carta",
            "carte",
            "л",
            "л_",
            "叶",
            "葉",
        ],
        "folio",
    ),
    **dict.fromkeys(
        ["n", "nn", "note", "notes", "anm", "fn", "fussnote", "nota", "note", "прим"], "note"
    ),
    **dict.fromkeys(
        [
            "vol",
            "vols",
            "volume",
            "volumes",
            "bd",
            "band",
            "т",
            "том",
            "tom",
            "tome",
            "t",
            "卷",
            "巻",
        ],
        "volume",
    ),
    **dict.fromkeys(
        ["fig", "figs", "figure", "figures", "abb", "abbildung", "рис", "图", "図"], "figure"
    ),
    **dict.fromkeys(
        ["tab", "table", "tables", "tabelle", "tabla", "tableau", "табл", "表"], "table"
    ),
    **dict.fromkeys(
        ["col", "cols", "column", "columns", "sp", "spalte", "spalten", "кол"], "column"
    ),
    **dict.fromkeys(["bk", "book", "books", "buch", "livre", "libro", "kn", "书"], "book"),
    **dict.fromkeys(["pt", "part", "parts", "teil", "partie", "parte", "ч", "часть"], "part"),
    **dict.fromkeys(
        ["art", "arts", "article", "articles", "artikel", "articulo", "articolo", "ст_"], "article"
    ),
    **dict.fromkeys(["loc"], "location"),
    **dict.fromkeys(["no", "nr", "num", "number"], "number"),
}

# Between two names of one work.
AND = frozenset(
    [
        "and",
        "und",
        "et",
        "y",
        "e",
        "i",
        "и",
        "й",
        "та",
        "och",
        "og",
        "en",
        "&",
        "e",
        "ve",
        "和",
        "与",
        "と",
        "ja",
        "and/or",
    ]
)
# After the names that are printed.
AND_OTHERS = frozenset(
    [
        "et",
        "al",
        "alii",
        "ali",
        "alia",
        "others",
        "other",
        "u",
        "a",
        "ua",
        "andere",
        "anderen",
        "otros",
        "otras",
        "autres",
        "altri",
        "outros",
        "и",
        "др",
        "другие",
        "等",
        "他",
        "colleagues",
        "mitarbeiter",
        "i",
        "in",
        "m",
        "fl",
        "wsp",
        "co",
        "authors",
    ]
)
# Small words that stand inside a name and are not evidence for or against it.
PARTICLES = frozenset(
    [
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "der",
        "den",
        "die",
        "das",
        "dem",
        "van",
        "von",
        "vom",
        "zu",
        "zur",
        "zum",
        "af",
        "av",
        "di",
        "da",
        "dos",
        "do",
        "del",
        "della",
        "degli",
        "el",
        "al",
        "ibn",
        "bin",
        "ben",
        "ter",
        "ten",
        "te",
        "st",
        "saint",
        "the",
        "of",
        "for",
        "on",
        "in",
        "for",
        "und",
        "and",
    ]
)
# Instead of a year.
NO_DATE = ("n.d.", "n. d.", "s.f.", "s. f.", "s.d.", "s. d.", "s.a.", "s. a.", "o.j.", "o. j.", "б.г.", "б. г.", "u.å.", "b.d.", "b. d.", "no date", "sin fecha", "无日期")  # fmt: skip
FORTHCOMING = ("forthcoming", "in press", "im erscheinen", "im druck", "in prep", "in preparation", "submitted", "a paraître", "à paraître", "sous presse", "en prensa", "in stampa", "в печати", "accepted")  # fmt: skip

# "the same work as the last one": the Latin, German, French, Italian, Spanish, Slavic, CJK forms.
SAME_WORK = (
    r"ibid(?:em)?", r"ib", r"id(?:em)?", r"ebd", r"ebda", r"ebenda", r"a\.\s?a\.\s?o", r"loc\.?\s?cit",
    r"ivi", r"ibíd(?:em)?", r"там же", r"тамже", r"там само", r"tamże", r"tamtéž", r"同上", r"同前",
    r"l\.\s?c", r"loco citato", r"aaO", r"samme sted", r"ibidem", r"isto",
)  # fmt: skip
# "the work of this author named before".
WORK_NAMED_BEFORE = (
    r"op\.?\s?cit", r"art\.?\s?cit", r"ob\.?\s?cit", r"cit", r"указ\.\s?соч", r"a\.\s?a\.\s?o", r"dz\.\s?cyt",
    r"opere citato", r"opus citatum", r"a\.\s?w", r"前掲書", r"前引书", r"loc\.?\s?cit",
)  # fmt: skip
# "see note 4", with the number after.
NOTE_NAMED_BEFORE = (
    r"supra(?:,)?\s+(?:note|n\.?)", r"(?:see|cf\.?)?\s*(?:above,?\s+)?(?:note|n\.)",
    r"(?:wie\s+|siehe\s+|s\.\s+|vgl\.\s+)?(?:oben,?\s+)?(?:Anm\.?|Anmerkung|Fn\.?|Fußnote)",
    r"(?:voir\s+|cf\.?\s+)?(?:supra,?\s+)?(?:note|n\.)", r"(?:vid\.?|véase)\s+(?:supra,?\s+)?(?:nota|n\.)",
    r"(?:vedi|cfr\.?)\s+(?:supra,?\s+)?(?:nota|n\.)", r"(?:см\.\s+)?(?:прим\.|сноск[ау])", r"注|註",
)  # fmt: skip
# Between the work whose words are quoted and the work in which they were found.
QUOTED_IN = (
    r"qtd\.?\s+in", r"quoted\s+(?:in|by|from|after)", r"(?:as\s+)?cited\s+(?:in|by|from)", r"zit(?:iert|\.)?\s+(?:nach|bei|in)",
    r"cité(?:e|s|es)?\s+(?:par|dans|d[’']après)", r"cit(?:ado|ada|\.)?\s+(?:en|por|in|da)", r"apud", r"citat[oa]\s+(?:in|da)",
    r"цит\.?\s+по:?", r"cyt\.\s+za", r"citerad\s+i", r"geciteerd\s+in", r"转引自", r"轉引自",
)  # fmt: skip
# Words before a name that are no part of it.
SIGNALS = (
    r"see\s+also", r"see", r"cf", r"compare", r"but\s+see", r"e\.\s?g", r"for\s+example", r"also", r"vgl", r"siehe(?:\s+auch)?", r"s\.\s?a",
    r"voir(?:\s+aussi)?", r"véase(?:\s+también)?", r"vid", r"vedi", r"cfr", r"ver", r"см", r"ср", r"zob", r"por", r"jf", r"se", r"zie", r"参见", r"見", r"见", r"so",
    r"as\s+in", r"in", r"from", r"source", r"quelle", r"aus", r"bei", r"according\s+to", r"nach",
)  # fmt: skip
