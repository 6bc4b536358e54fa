"""The words of English that carry meaning."""

from citemgr.checking.languages.language import Language

ENGLISH = Language(
    code="en",
    frequent="""
        the of and to in a is that was he for it with as his on be at by i this had not are but
        from or have an they which one you were her all she there would their we him been has
        when who
    """,
    negations="""
        not no never none nobody nothing nowhere neither nor without cannot
        hardly scarcely barely rarely seldom unable nought naught nay unless
    """,
    classes={
        "quantifier": """
            all every each some any many most few several both either half more less fewer least
            always sometimes often usually everybody somebody anybody everyone someone anyone
            everything something anything much little only twice once double ever enough whole
            entire entirely wholly partly majority minority almost nearly exactly merely
        """,
        "modal": """
            may might must shall should will would can could ought need dare
        """,
        "number": """
            zero one two three four five six seven eight nine ten eleven twelve thirteen
            fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
            seventy eighty ninety hundred hundreds thousand thousands million millions billion
            billions trillion dozen score first second third fourth fifth sixth seventh eighth
            ninth tenth half quarter
        """,
        "date": """
            january february march april june july august september october november december
            monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday
        """,
        "unit": """
            percent per cent dollar dollars pound pounds euro euros cents metre metres meter
            meters kilometre* kilometer* mile miles inch inches foot feet yard yards acre acres
            gram grams kilogram* ton tons tonne* ounce ounces litre* liter* gallon* degree
            degrees minute minutes hour hours day days week weeks month months year years
            century centuries decade decades
        """,
        "comparative": """
            better worse best worst greater greatest smaller smallest larger largest higher
            highest lower lowest bigger older younger earlier later longer shorter faster slower
            stronger weaker above below under over before after until since within beyond
            against
        """,
        "hedge": """
            perhaps maybe possibly probably likely unlikely allegedly alleged apparently
            seemingly reportedly supposed supposedly claimed roughly about approximately
        """,
        "condition": """
            if unless except but although though however because instead while whereas only
        """,
    },
    contrasts="""
        but if unless except however although though instead only yet while whereas
    """,
    opposites="""
        above/below inside/outside over/under include/exclude accept/reject buy/sell
        import/export left/right early/late north/south east/west major/minor maximum/minimum
        succeed/fail success/failure guilty/innocent legal/illegal public/private before/after
        good/bad great/small large/small love/hate life/death man/woman men/women right/wrong
        true/false up/down high/low rich/poor old/young old/new peace/war heaven/hell day/night
        first/last more/less best/worst always/never increase/decrease win/lose friend/enemy
    """,
    synonyms="""
        often/frequently little/small great/large/big begin/start began/started begun/started
        quick/fast/rapid quickly/rapidly/swiftly almost/nearly glad/happy/pleased perhaps/maybe
        reply/answer replied/answered help/aid/assist speak/talk spoke/talked whole/entire
        buy/purchase while/whilst among/amongst toward/towards upon/on till/until also/too
        sure/certain shut/close shut/closed end/finish ended/finished try/attempt
        tried/attempted hard/difficult home/house child/kid road/way street/road story/tale
        ask/inquire asked/inquired cry/shout cried/exclaimed/shouted said/remarked/observed
        wish/want wished/wanted seem/appear seemed/appeared get/obtain got/obtained keep/retain
        kept/retained show/display showed/displayed/shewed see/perceive saw/perceived
        know/understand choose/select beautiful/lovely/pretty kind/sort rather/quite thus/so
        therefore/thus/hence at/in silent/quiet strange/odd/queer brave/courageous sad/unhappy
        wrath/anger/rage angry/furious large/great huge/enormous/immense truly/really
        immediately/instantly/directly woman/lady look/glance looked/glanced gaze/look
        permit/allow permitted/allowed liberty/freedom nation/country enough/sufficient
        above/over below/under many/numerous
    """,
    fillers="""
        quite indeed certainly so very really truly just even then now also too well rather
        actually simply surely still there here thus therefore of course that the a an and own
        oh ah
    """,
    prefixes="""
        un in im ir il dis mis non anti counter over under out re fore grand step mid semi sub
        super
    """,
    suffixes="""
        less ful like ness ed s es er est ly ing able
    """,
    limiters="only merely almost nearly hardly partly if unless except",
    privatives="less ful",
)
