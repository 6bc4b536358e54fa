"""The words of German that carry meaning."""

from citemgr.checking.languages.language import Language

GERMAN = Language(
    code="de",
    frequent="""
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es
        an werden aus er hat daß dass sie nach wird bei einer um am sind noch wie einem über
        einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich ihr
        wir du ihm
    """,
    negations="""
        nicht nichts nie niemals niemand niemandem niemanden niemandes kein keine keinen keinem
        keiner keines keinerlei nirgends nirgendwo weder ohne nimmer nimmermehr mitnichten
        keineswegs kaum schwerlich selten keinesfalls nein
    """,
    classes={
        "quantifier": """
            alle aller alles allen allem jeder jede jedes jeden jedem jedermann manche mancher
            manches manchen manchem einige einiger einigen einiges viele vieler vielen vieles
            viel wenige weniger wenigen wenig wenigste mehr mehrere mehreren meiste meisten
            beide beiden etliche sämtliche sämtlichen immer manchmal oft stets meist meistens
            jemals jemand etwas halb halbe ganz ganze ganzen nur einzig einmal zweimal doppelt
            genug fast beinahe
        """,
        "modal": """
            kann kannst können könnt konnte konnten könnte könnten muß muss müssen mußte musste
            mußten müßte müsste soll sollen sollte sollten darf dürfen durfte dürfte mag mögen
            mochte möchte will wollen wollte wollten
        """,
        "number": """
            null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
            vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig
            fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million*
            milliarde* dutzend erste ersten erster erstes zweite* dritte* vierte* fünfte*
            sechste* siebte* achte* neunte* zehnte* hälfte viertel drittel zwo
        """,
        "date": """
            januar jänner februar märz april juni juli august september oktober november
            dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute
            morgen gestern
        """,
        "unit": """
            prozent euro mark thaler taler gulden pfennig* cent meter* kilometer* meile* zoll
            fuß elle* gramm kilogramm pfund zentner tonne* liter* grad minute* stunde* tag tage
            tagen woche* monat* jahr jahre jahren jahrhundert* jahrzehnt*
        """,
        "comparative": """
            besser schlechter schlimmer größer größte* kleiner kleinste* höher höchste* tiefer
            niedriger länger kürzer älter jünger früher später stärker schwächer über unter vor
            nach seit bis gegen für mit
        """,
        "hedge": """
            vielleicht möglicherweise wahrscheinlich vermutlich angeblich offenbar scheinbar
            wohl ungefähr etwa sogenannt*
        """,
        "condition": """
            wenn falls sofern außer aber jedoch obwohl obgleich sondern weil nur
        """,
    },
    contrasts="""
        aber wenn falls sofern außer jedoch obwohl obgleich sondern allein doch nur
    """,
    opposites="""
        innen/außen links/rechts steigen/fallen kaufen/verkaufen öffentlich/privat nord/süd
        ost/west anfang/ende vor/nach gut/schlecht groß/klein leben/tod mann/frau himmel/hölle
        tag/nacht alt/jung alt/neu krieg/frieden reich/arm recht/unrecht wahr/falsch oben/unten
        hoch/niedrig liebe/haß erste/letzte mehr/weniger immer/nie freund/feind mit/ohne
    """,
    synonyms="""
        fast/beinahe/nahezu oft/häufig manchmal/zuweilen/bisweilen sogleich/sofort/alsbald
        anfangen/beginnen begann/fing jetzt/nun schön/hübsch klein/gering groß/gewaltig
        schnell/rasch/geschwind sehr/recht/höchst auch/ebenfalls aber/jedoch/allein
        plötzlich/jäh immer/stets niemals/nie sprechen/reden sprach/redete sagte/sprach
        antwortete/erwiderte/entgegnete haus/heim ruhig/still weinen/schluchzen sehen/blicken
        sah/blickte gehen/schreiten ging/schritt bekam/erhielt/empfing bekommen/erhalten
        vielleicht/möglicherweise weil/da denn/weil damals/einst ganz/völlig/gänzlich
        ende/schluß kind/kleine weg/pfad/straße freude/lust traurig/betrübt froh/fröhlich/heiter
        zornig/wütend angst/furcht schloß/burg gesicht/antlitz pferd/roß frau/weib
        zimmer/stube/gemach nur/bloß/lediglich endlich/schließlich zuerst/anfangs
        beständig/stets vor/ehe wirklich/wahrhaftig/tatsächlich gewiß/sicher/sicherlich
        wohl/vermutlich rufen/schreien rief/schrie schauen/sehen schaute/sah
    """,
    fillers="""
        ja doch auch noch schon wohl eben gar so sehr recht nun denn da dann hier dort mal halt
        wirklich gewiß gewiss sicherlich freilich ganz allerdings überhaupt eigentlich natürlich
        gerade sogar also daher deshalb und der die das ein eine einen einem einer durchaus ach
        oh
    """,
    prefixes="""
        un miß miss ent ver zer be ge er über unter aus ein an ab auf vor nach um wider groß ur
        in des
    """,
    suffixes="""
        los lose voll volle bar lich isch heit keit ung in innen en er es e n s st te ten
    """,
    limiters="nur bloß lediglich fast beinahe kaum teilweise wenn falls außer",
    privatives="los lose loser losen loses losem voll volle voller vollen volles vollem",
    nouns_in_capitals=True,
)
