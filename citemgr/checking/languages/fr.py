"""The words of French that carry meaning."""

from citemgr.checking.languages.language import Language

FRENCH = Language(
    code="fr",
    frequent="""
        de la le et les des en un du une que est pour qui dans par plus au ne pas ce sur se il
        elle avec son sa ses à mais nous vous je on cette aux lui était comme leur ont qu sont d
        l s n c
    """,
    negations="""
        ne n pas point jamais rien personne aucun aucune aucuns nul nulle guère ni non sans
        nullement aucunement sinon
    """,
    classes={
        "quantifier": """
            tout toute tous toutes chaque chacun chacune plusieurs quelque quelques certain
            certains certaine certaines beaucoup peu plus moins trop assez tant autant la
            plupart moitié toujours parfois souvent quelquefois quelqu quiconque seul seule
            seulement double demi entier entière presque même combien divers
        """,
        "modal": """
            peut peux peuvent pouvait pouvaient pourra pourrait pourraient pouvoir doit dois
            doivent devait devaient devra devrait devraient devoir faut fallait faudra faudrait
            veut voulait voudrait vouloir
        """,
        "number": """
            zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
            seize vingt trente quarante cinquante soixante septante huitante nonante cent cents
            mille million* milliard* douzaine* vingtaine* centaine* premier première premiers
            second seconde deuxième troisième quatrième cinquième sixième septième huitième
            neuvième dixième tiers quart
        """,
        "date": """
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            lundi mardi mercredi jeudi vendredi samedi dimanche aujourd demain hier
        """,
        "unit": """
            euro euros franc francs sou sous mètre* kilomètre* lieue lieues pied pieds pouce*
            gramme* kilogramme* livre livres tonne* litre* degré* minute* heure heures jour
            jours semaine* mois an ans année années siècle*
        """,
        "comparative": """
            meilleur* mieux pire pis supérieur* inférieur* moindre majeur mineur avant après
            sous contre depuis jusque dès pendant
        """,
        "hedge": """
            probablement prétendu prétendue environ apparemment vraisemblablement presque semble
        """,
        "condition": """
            si sauf mais quoique cependant pourtant toutefois parce hormis excepté
        """,
    },
    contrasts="""
        mais si sauf cependant pourtant toutefois quoique sinon excepté hormis seulement
    """,
    opposites="""
        dessus/dessous dedans/dehors intérieur/extérieur gauche/droite augmenter/diminuer
        avant/après bon/mauvais grand/petit vie/mort homme/femme jour/nuit ciel/enfer
        vieux/jeune ancien/nouveau guerre/paix riche/pauvre vrai/faux haut/bas amour/haine
        premier/dernier plus/moins toujours/jamais ami/ennemi avec/sans
    """,
    synonyms="""
        souvent/fréquemment presque/quasi/quasiment vite/rapidement commencer/débuter
        commença/débuta maintenant/à-présent joli/beau jolie/belle petit/menu grand/vaste/énorme
        toujours/sans-cesse parler/causer dit/déclara répondit/répliqua/repartit
        soudain/soudainement/subitement très/fort/bien aussi/également peut-être/possiblement
        maison/demeure/logis chemin/route/voie peur/crainte/frayeur colère/fureur joie/bonheur
        content/heureux/satisfait contente/heureuse/satisfaite triste/malheureux
        visage/figure/face enfant/petit regarder/contempler regarda/contempla voir/apercevoir
        vit/aperçut finir/achever finit/acheva terminer/finir habiter/demeurer aider/secourir
        car/parce seulement/uniquement vraiment/réellement/véritablement ensuite/puis
        quelquefois/parfois besoin/nécessité demander/prier donner/offrir garder/conserver
        calme/tranquille étrange/bizarre cheval/coursier femme/dame afin/pour près/auprès
        certes/certainement sûrement/certainement aussitôt/immédiatement/sitôt ancien/vieux
        ancienne/vieille
    """,
    fillers="""
        bien donc aussi encore même là ici alors puis ainsi vraiment certes certainement en
        effet très fort si tout assez plutôt enfin déjà le la les un une des de et y que ah oh
        eh voici voilà
    """,
    prefixes="""
        in im ir il dé dés dis mé mal non anti contre re ré sur sous grand arrière beau belle
    """,
    suffixes="""
        s es e ment ent er ait aient ique able
    """,
    limiters="seul seule seuls seules seulement uniquement presque si sauf excepté",
)
