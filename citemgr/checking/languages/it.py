"""The words of Italian that carry meaning."""

from citemgr.checking.languages.language import Language

ITALIAN = Language(
    code="it",
    frequent="""
        di e che la il un a per in una è sono mi ho non si ma l ha lo ci le con questo come del
        della da più nel se dei al suo anche gli era alla i perché quando loro delle nella o sua
    """,
    negations="""
        non no mai niente nulla nessuno nessuna nessun né neppure nemmeno neanche senza appena
    """,
    classes={
        "quantifier": """
            tutto tutta tutti tutte ogni ognuno ognuna ciascuno alcuno alcuna alcuni alcune
            qualche molto molta molti molte poco poca pochi poche parecchi parecchie più meno
            troppo abbastanza sempre talvolta spesso qualcuno qualcosa entrambi entrambe metà
            solo soltanto quasi maggioranza minoranza mezzo doppio intero intera qualsiasi
        """,
        "modal": """
            può posso possono poteva potevano potrà potrebbe potrebbero potere deve devo devono
            doveva dovevano dovrà dovrebbe dovrebbero dovere bisogna vuole voleva vorrebbe
        """,
        "number": """
            zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
            quattordici quindici sedici diciassette diciotto diciannove venti vent* trenta
            quaranta cinquanta sessanta settanta ottanta novanta cento duecento trecento mille
            mila milione milioni miliard* dozzina primo prima primi secondo seconda terzo terza
            quarto quinto sesto settimo ottavo nono decimo
        """,
        "date": """
            gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
            dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica oggi domani ieri
        """,
        "unit": """
            euro lira lire dollar* metro metri chilometr* miglio miglia gramm* chilo* tonnellat*
            litr* grado gradi minut* ora ore giorno giorni settiman* mese mesi anno anni secolo
            secoli
        """,
        "comparative": """
            migliore migliori meglio peggiore peggio maggiore maggiori minore minori superiore
            inferiore prima dopo sotto sopra contro fino
        """,
        "hedge": """
            forse probabilmente possibilmente presunto presunta apparentemente circa sembra pare
        """,
        "condition": """
            se salvo eccetto ma però benché sebbene tuttavia tranne perché soltanto
        """,
    },
    contrasts="""
        ma se salvo eccetto però benché sebbene tuttavia tranne solo soltanto bensì
    """,
    opposites="""
        prima/dopo buono/cattivo grande/piccolo vita/morte uomo/donna giorno/notte cielo/inferno
        vecchio/giovane vecchio/nuovo guerra/pace ricco/povero vero/falso alto/basso amore/odio
        primo/ultimo più/meno sempre/mai amico/nemico con/senza
    """,
    synonyms="""
        spesso/frequentemente quasi/pressoché rapido/veloce cominciare/iniziare cominciò/iniziò
        bello/grazioso parlare/conversare disse/dichiarò rispose/replicò casa/dimora
        strada/via/cammino paura/timore collera/ira gioia/allegrezza contento/felice/lieto
        triste/mesto volto/viso/faccia bambino/fanciullo guardare/mirare guardò/mirò
        finire/terminare finì/terminò aiutare/soccorrere soltanto/solo/solamente
        realmente/veramente poi/dopo strano/bizzarro tranquillo/calmo subito/immediatamente
        antico/vecchio
    """,
    fillers="""
        pure anche ancora già bene molto così allora davvero certamente certo infatti il la lo i
        gli le un una di e che stesso lì qui ora dunque proprio
    """,
    prefixes="""
        in im ir il dis mal non anti contro ri s sotto sopra
    """,
    suffixes="""
        mente bile abile ibile
    """,
    limiters="solo sola soltanto solamente unicamente quasi appena se salvo eccetto",
)
