"""Words that announce a field: `vol`, `Hrsg`, `pp`, `Press`, `дисс`, in many languages."""

from __future__ import annotations

from citemgr.references.labels.tokens import Token

MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar jänner februar märz mai juni juli oktober dezember mrz okt dez
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    janv févr avr juil déc
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    ene abr ago dic
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart mei augustus
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia spring summer autumn fall winter printemps été automne hiver frühjahr sommer herbst
    """.split()
)

# Class -> the words that mean it, in lower case and without their stop.
_CLASSES = {
    "ed": "ed eds editor editors edited hrsg hg herausgegeben herausgeber dir dirs éd éds coord "
    "coords comp comps red ред сост cura curatore org orgs 主编 编",
    "edition": "edition edn aufl auflage édition edición edizione ausgabe издание изд version rev "
    "revised ausg druk",
    "vol": "vol vols volume volumes band bd bde tome tomo t jg jahrgang jahrg т том v 第 卷",
    "issue": "no nos nr number num issue n nº n° № heft h fasc suppl supplement вып numéro pt 期",
    "page": "p pp pg pgs page pages s ss seite seiten pág págs pag pags с стр ff f 页 頁",
    "in": "in dans en im inside",
    "press": "press presses publisher publishers publishing verlag éditions editions editorial "
    "books university universität université universidad università изд-во издательство 出版社 "
    "inc ltd gmbh llc co company sons",
    "school": "department dept institute institut school faculty college laboratory lab center "
    "centre academy akademie association society council ministry bureau office agency",
    "thesis": "thesis dissertation diss ph phd dissertação tesis thèse doctoral master masters "
    "dissertationsschrift habilitation дис канд докт",
    "report": "report technical tech working paper memo memorandum rfc deliverable bericht",
    "journal": "journal j zeitschrift revue revista rivista review annals bulletin archiv archives "
    "magazine gazette times transactions letters acta annales quarterly proceedings proc "
    "conference symposium workshop congress meeting международной журнал вестник 学报",
    "news": "newspaper post tribune herald guardian times news daily sunday telegraph zeitung "
    "monde figaro independent chronicle",
    "access": "accessed retrieved available abgerufen zugriff consulté visited online visto "
    "viewed обращения дата режим доступа url http https www doi zugegriffen geraadpleegd access "
    "proquest jstor factiva lexisnexis lexis ebsco ebscohost gale nexis",
    "and": "and und et y e og и och en",
    "al": "al others",
    "trans": "trans transl translated translator übers übersetzt traduit trad traducción пер",
    "series": "series ser reihe collection serie серия monographs lecture notes studies",
    "submit": "submitted forthcoming press appear accepted unpublished manuscript preprint arxiv "
    "personal communication",
    "law": "v vs act law stat code court supp cir rev cong rec reg cfr usc art bgbl bgh eu",
    "medium": "directed director film dvd cd video broadcast performance episode season producer "
    "software dataset data patent filed standard iso",
    "others": "等 u.a ua",
    "nd": "nd undated sine",
}
_KEYWORDS = {word: name for name, words in _CLASSES.items() for word in words.split()}


def keyword(token: Token) -> str:
    """The class of a word that announces a field, else an empty string."""
    return _KEYWORDS.get(token.text.lower(), "")
