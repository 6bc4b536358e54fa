"""The words of Spanish that carry meaning."""

from citemgr.checking.languages.language import Language

SPANISH = Language(
    code="es",
    frequent="""
        de la que el en y a los se del las un por con no una su para es al lo como más o pero
        sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había
        era muy yo
    """,
    negations="""
        no nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas ni tampoco sin apenas
    """,
    classes={
        "quantifier": """
            todo toda todos todas cada algún alguno alguna algunos algunas mucho mucha muchos
            muchas poco poca pocos pocas varios varias más menos bastante demasiado siempre
            alguien algo ambos ambas mitad sólo solo solamente casi mayoría minoría medio doble
            entero entera cualquier cualquiera
        """,
        "modal": """
            puede puedo pueden podía podían podrá podría podrían poder debe debo deben debía
            deberá debería deberían deber quiere quería
        """,
        "number": """
            cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
            quince dieciséis diecisiete dieciocho diecinueve veinte veinti* treinta cuarenta
            cincuenta sesenta setenta ochenta noventa cien ciento* doscient* trescient*
            quinient* mil miles millón millones docena primer primero primera segundo segunda
            tercer tercero tercera cuarto quinto sexto séptimo octavo noveno décimo tercio
        """,
        "date": """
            enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre
            noviembre diciembre lunes martes miércoles jueves viernes sábado domingo hoy mañana
            ayer
        """,
        "unit": """
            euro euros peso pesos peseta* dólar* metro* kilómetro* milla* legua* gramo* kilo*
            kilogramo* tonelada* litro* grado* minuto* hora* día días semana* mes meses año años
            siglo*
        """,
        "comparative": """
            mejor* peor* mayor* menor* superior* inferior* antes después bajo contra desde hasta
        """,
        "hedge": """
            quizá quizás probablemente posiblemente supuesto supuesta aparentemente
            aproximadamente acaso parece
        """,
        "condition": """
            si salvo excepto pero aunque sino porque solamente
        """,
    },
    contrasts="""
        pero si salvo excepto aunque sino embargo solo sólo solamente mas
    """,
    opposites="""
        antes/después bueno/malo buena/mala grande/pequeño grande/pequeña vida/muerte
        hombre/mujer día/noche cielo/infierno viejo/joven viejo/nuevo guerra/paz rico/pobre
        verdadero/falso alto/bajo amor/odio primero/último más/menos siempre/nunca amigo/enemigo
        con/sin
    """,
    synonyms="""
        a-menudo/frecuentemente casi/prácticamente rápido/veloz empezar/comenzar empezó/comenzó
        bonito/hermoso/bello bonita/hermosa/bella hablar/conversar dijo/declaró
        respondió/contestó/replicó casa/hogar camino/vía miedo/temor cólera/ira/enojo
        alegría/gozo contento/feliz contenta/feliz triste/afligido rostro/cara niño/chico
        mirar/contemplar miró/contempló terminar/acabar terminó/acabó ayudar/auxiliar
        solamente/únicamente realmente/verdaderamente luego/después extraño/raro
        tranquilo/sereno pronto/presto antiguo/viejo quizá/quizás/acaso
    """,
    fillers="""
        pues también aún todavía ya bien muy tan así entonces realmente ciertamente por cierto
        el la los las un una de y que mismo allí aquí ahora
    """,
    prefixes="""
        in im ir i des dis mal no anti contra re sobre sub
    """,
    suffixes="""
        s es mente ble able ado ada
    """,
    limiters="sólo solo solamente únicamente casi apenas si salvo excepto",
    loose_accents="""
        sólo éste ésta éstos éstas ése ésa ésos ésas aquél aquélla aquéllos aquéllas guión
    """,
)
