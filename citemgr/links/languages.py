"""The small words of citing, in the languages that documents come in.

Tables only; words are written folded (`fold`): lower case, without accents. Sources: the term lists
of the CSL locales (names of locators, "et al.", "ibid.", "no date"), and for back-references the
house styles that print them. Entries of the pattern tables are regular expressions.
"""

from __future__ import annotations

from collections.abc import Mapping

_LOCATORS = {
    "page": """p pp pg pgs page pages s ss seite seiten с стр страница страницы pag pags pagg pagina
        paginas pagine pagg str sid sida sidor side sider sivu sivut bl blz bls old σ σελ lk lpp psl
        עמ ص 页 頁 쪽 면""",
    "chapter": """ch chap chapter chapters chapitre cap capitulo capitolo kap kapitel kapitlet гл
        глава rozdz roz hoofdstuk hfst 章""",
    "section": """§ §§ sec sect section sections abschn abschnitt secc seccion sez sezione разд
        раздел 节 節""",
    "paragraph": """¶ ¶¶ para paras paragraph paragraphs par abs absatz rn rdnr rz п пар parr
        parrafo alinea 段""",
    "line": "l ll line lines z zeile zeilen linea lineas ligne lignes righe 行",
    "verse": "v vv verse verses vers verso versos versi ст стих",
    "folio": "f ff fol fols folio folios foll bll blatt c cc carta carte л 叶 葉",
    "note": "n nn note notes anm fn fussnote nota прим",
    "volume": "vol vols volume volumes bd band т том tom tome t 卷 巻",
    "figure": "fig figs figure figures abb abbildung рис 图 図",
    "table": "tab table tables tabelle tabla tableau табл 表",
    "column": "col cols column columns sp spalte spalten кол",
    "book": "bk book books buch livre libro kn 书",
    "part": "pt part parts teil partie parte ч часть",
    "article": "art arts article articles artikel articulo articolo",
    "location": "loc",
    "issue": "no nr num number",
}
# The term before a locator's value, and the CSL kind it stands for.
LOCATOR_TERMS: Mapping[str, str] = {
    term: kind for kind, terms in _LOCATORS.items() for term in terms.split()
}

# Between two names of one work.
AND = frozenset("and und et y e i и й та och og en & ve 和 与 と ja".split())
# After the names that are printed.
AND_OTHERS = frozenset(
    """et al alii ali alia others other u a ua andere anderen otros otras autres altri outros и др
    другие 等 他 colleagues mitarbeiter m fl wsp co authors
    kol sur vd ark in""".split()
)
# Small words that stand inside a name and are not evidence for or against it.
PARTICLES = frozenset(
    """de la le les du des der den die das dem van von vom zu zur zum af av di da dos do del della
    degli el al ibn bin ben ter ten te st saint the of for on in and und""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december
    januar februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout
    septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre
    ottobre dicembre января февраля марта апреля мая июня июля августа сентября октября ноября
    декабря""".split()
)


def _lines(table: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in table.strip().splitlines())


# Instead of a year.
NO_DATE = _lines(
    """
    n.d.
    n. d.
    s.f.
    s. f.
    s.d.
    s. d.
    s.a.
    s. a.
    o.j.
    o. j.
    б.г.
    б. г.
    u.å.
    b.d.
    b. d.
    no date
    sin fecha
    无日期
    """
)
FORTHCOMING = _lines(
    """
    forthcoming
    in press
    in preparation
    submitted
    accepted
    im erscheinen
    im druck
    a paraître
    à paraître
    sous presse
    en prensa
    in stampa
    в печати
    """
)
# "the same work as the last one".
SAME_WORK = _lines(
    r"""
    ibid(?:em)?
    ib
    id(?:em)?
    ebd
    ebda
    ebenda
    a\.\s?a\.\s?o
    loc\.?\s?cit
    l\.\s?c
    ivi
    ibíd(?:em)?
    isto
    там же
    там само
    tamże
    tamtéž
    samme sted
    同上
    同前
    """
)
# "the work of this author named before".
WORK_NAMED_BEFORE = _lines(
    r"""
    op\.?\s?cit
    art\.?\s?cit
    ob\.?\s?cit
    loc\.?\s?cit
    cit
    a\.\s?a\.\s?o
    a\.\s?w
    указ\.\s?соч
    dz\.\s?cyt
    前掲書
    前引书
    """
)
# "see note 4", with the number after.
NOTE_NAMED_BEFORE = _lines(
    r"""
    supra,?\s+(?:note|n\.?)
    (?:see\s+|cf\.?\s+)?(?:above,?\s+)?(?:note|n\.|n(?=\s?\d))
    (?:wie\s+|siehe\s+|s\.\s+|vgl\.\s+)?(?:oben,?\s+)?(?:Anm\.?|Anmerkung|Fn\.?|Fußnote)
    (?:voir\s+|cf\.?\s+)?(?:supra,?\s+)?(?:note|n\.)
    (?:vid\.?\s+|véase\s+|vedi\s+|cfr\.?\s+)?(?:supra,?\s+)?(?:nota|n\.)
    (?:см\.\s+)?(?:прим\.|сноск[ау])
    [注註]
    """
)
# Between the work whose words are quoted and the work in which they were found.
QUOTED_IN = _lines(
    r"""
    qtd\.?\s+in
    quoted\s+(?:in|by|from|after)
    (?:as\s+)?cited\s+(?:in|by|from)
    zit(?:iert|\.)?\s+(?:nach|n\.|bei|in)
    cité(?:e|s|es)?\s+(?:par|dans|d[’']après)
    cit(?:ado|ada|\.)?\s+(?:en|por|in|da)
    citat[oa]\s+(?:in|da)
    apud
    цит\.?\s+по:?
    cyt\.\s+za
    citerad\s+i
    geciteerd\s+in
    转引自
    轉引自
    """
)
# Words before a name that are no part of it.
SIGNALS = _lines(
    r"""
    see\s+also
    see
    cf
    compare
    but\s+see
    e\.\s?g
    for\s+example
    also
    vgl(?:\.?\s+(?:auch|dazu|hierzu))?
    siehe(?:\s+(?:auch|dazu))?
    s\.\s?a
    voir(?:\s+aussi)?
    véase(?:\s+también)?
    vid
    vedi
    cfr
    ver
    см
    ср
    zob
    por
    jf
    zie
    参见
    见
    見
    as\s+in
    in
    from
    source
    quelle
    aus
    bei
    nach
    according\s+to
    """
)
