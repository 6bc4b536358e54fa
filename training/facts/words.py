"""Titles in languages that the data hardly has, and headlines, put together from words."""

from __future__ import annotations

import random

# Each row: patterns whose parts in capitals are drawn from the words of that name.
HEADLINES = {
    "SECTION": "World News|U.S. News|Business & Finance|Politics|Opinion|Review|"
    "Letters to the Editor|Technology|Arts "
    "in Review|National Briefing|Metro|Sports|Editorial|Books|Style|Health|"
    "The Saturday Essay|Obituary|Science|"
    "Economic Scene|Op-Ed Contributor|Books of The Times|Markets|Exchange|Personal Journal",
    "WHO": "Senators|Trump|Biden|Putin, Xi|EU Leaders|Merkel|Teachers|Farmers|Banks|"
    "Judges|Fed Chair|Beijing|Tokyo|U.N. "
    "Envoy|Police|Hospitals|Tech Giants|Protesters|Parents|Scientists|Lawmakers|"
    "NATO Allies|Startups|Pope Francis|"
    "Miners|Airlines|Voters in Ohio|The Supreme Court|Students|Governor|Refugees|"
    "Kim, Moon|Big Oil|Museums",
    "DO": "Weigh|Reject|Back|Struggle With|Brace for|Meet on|Clash Over|Join|Push|Face|"
    "Rethink|Split on|Defy|Hail|Fear|"
    "Seek|Vow to Fight|Agree to|Question|Turn to|to Attend|to Discuss",
    "WHAT": "New Trade Deal|Tax Plan|Climate Pact|Budget Cuts|Longer School Days|"
    "Vaccine Rules|Summit in Geneva|Rising "
    "Rents|Border Talks|Data Privacy Bill|Nuclear Accord|Water Shortage|"
    "Cheap Imports|Peace Plan|A.I. Rivals|Parade in "
    "Warsaw|Rate Increase|Pension Reform|Drought|Election Results|Strike|"
    "Antitrust Probe|Quiet Revolution",
    "WHERE": "in Europe|in Asia|at Davos|as Prices Rise|Amid Protests|After Deadly Storm|"
    "in a Changing World|Before Vote|"
    "From Above|in Kyiv|on Wall Street|for Second Year|Despite Warnings|at Last|"
    ", Report Says|in 2024|, Again",
    "MORE": "Show of unity by leaders masks deep rifts in the alliance|Critics say that "
    "the plan comes too late|Officials "
    "cite pressure from abroad and growing costs at home|A small town finds "
    "itself at the center of a national debate|"
    "Investors look for signs of a turning point|How one family found its way "
    "back|The inside story of a failed deal",
}
HEADLINE_PATTERNS = (
    "WHO DO WHAT WHERE", "WHO DO WHAT", "SECTION: WHO DO WHAT WHERE",
    "SECTION: WHO DO WHAT --- MORE",
    "WHO DO WHAT --- MORE", "WHAT WHERE: WHO DO WHAT", "SECTION --- WHAT: MORE", "MORE",
    "WHAT: MORE", "WHO DO WHAT; MORE",
    "SECTION: WHAT WHERE", "Why WHO DO WHAT", "WHAT? WHO DO WHAT", "‘WHAT’: WHO DO WHAT WHERE",
    "WHO DO WHAT - MORE",
)  # fmt: skip
SENTENCES = {
    "ru": (
        "A N G2 L", "A N G2", "N G2 и N2 G2: A3 A4", "N G2 : учебник", "О N5 G2", "N и N2 G2 L",
        "A N в A4",
        {
            "A": "Современный|Исторический|Сравнительный|Новый|Социальный|Правовой|Экономический",
            "A3": "теория и практика|история и современность|опыт исследования|проблемы и решения",
            "A4": "XX веке|условиях рынка|русской литературе|эпоху перемен|странах Европы",
            "N": "анализ|метод|подход|путь|взгляд|очерк|курс|вопрос",
            "N2": "развитие|становление|изучение|проблемы|основы",
            "N5": "природе|методах|роли|истории|законах",
            "G2": "общественного сознания|городской культуры|молекулярных систем|"
                "языка и мышления|права|власти|"
            "советской школы|рыночной экономики|русского романа|квантовых полей|"
                "машинного обучения|почв Сибири",
            "L": "в России|в Сибири|на рубеже веков|в 1917–1922 гг.|: опыт реконструкции|XIX века",
        },
    ),
    "zh": (
        "AN研究", "论AN", "ANM", "A与B关系研究", "基于A的NM", "A视角下的BN",
        "中国A史", "AN：以B为例", "ANM及其启示",
        {
            "A": "城市化|人工智能|古代文学|民法典|农村教育|气候变化|"
            "数字经济|区域经济|唐代诗歌|社会保障|深度学习|土壤微生物",
            "B": "长江流域|大学生|家庭结构|产业升级|国际贸易|北京市|青年学者|高血压患者|上市公司",
            "N": "问题|模型|制度|发展|影响因素|算法|结构|演变|评价方法",
            "M": "分析|综述|初探|实证研究|的历史考察|比较研究|的新进展",
        },
    ),
    "ja": (
        "AのN", "AとB", "Aにおける研究", "AのN：Bを中心に", "日本のA",
        {
            "A": "近代文学|地方自治|言語習得|江戸時代|高齢社会|情報教育|環境政策|古代国家",
            "B": "都市|家族|大正期|学校|農村",
            "N": "研究|構造|歴史|思想|変容|課題",
        },
    ),
    "ko": (
        "A B의 C D", "A의 C에 관한 D", "B C의 E: A를 중심으로", "A B D", "A와 C", "A C E D",
        {
            "A": "고려시대|조선후기|지역사회|청소년|다문화 가정|노인 복지|인공지능|도시재생|"
                "한국어 교육|기독교|현대시|남북관계",
            "B": "여성|대학생|무덤|정책|교육|소설|재난|시장|문화재",
            "C": "인식|구조|변화|특성|운영|제도|정체성|수용 양상",
            "D": "연구|고찰|분석|비교 연구|실증적 연구",
            "E": "영향|의미|전개 과정|과제와 전망",
        },
    ),
    "pl": (
        "N G", "N G: M", "O G i G",
        {
            "N": "Historia|Teoria|Granice|Zarys|Obraz|Kultura|Język",
            "G": "literatury polskiej|społeczeństwa miejskiego|nowoczesności|prawa karnego|"
                "dzieciństwa",
            "M": "szkice i rozprawy|studium przypadku|w świetle źródeł|próba syntezy",
        },
    ),
    "sv": (
        "N i G", "N och G", "N: M",
        {
            "N": "Språk|Skolan|Folkhemmet|Minnet|Arbete|Makten|Staden",
            "G": "Sverige under 1900-talet|välfärdsstaten|Norden|litteraturen|en ny tid",
            "M": "en studie av M2|M2",
            "M2": "svensk politik|barns lärande|moderna romaner",
        },
    ),
    "nl": (
        "De N van G", "N en G: M", "N in G",
        {
            "N": "geschiedenis|cultuur|taal|macht|vrijheid|stad|school",
            "G": "de Republiek|Nederland na 1945|het moderne gezin|Vlaanderen|de negentiende eeuw",
            "M": "een inleiding|een onderzoek naar M2|opstellen",
            "M2": "sociale ongelijkheid|het dagelijks leven|recht en orde",
        },
    ),
}  # fmt: skip


def headline(rng: random.Random) -> str:
    """A newspaper's headline; some in capitals, some like a sentence."""
    text = _filled(
        rng.choice(HEADLINE_PATTERNS), {k: v.split("|") for k, v in HEADLINES.items()}, rng
    )
    text = text.replace(" ,", ",")
    chance = rng.random()
    if chance < 0.06:
        return text.upper()
    return text[:1] + text[1:].lower() if chance < 0.3 else text


def sentence(language: str, rng: random.Random) -> str | None:
    """A title in one of the languages of `SENTENCES`, else None."""
    if language not in SENTENCES:
        return None
    *patterns, words = SENTENCES[language]
    lists = {name: str(row).split("|") for name, row in dict(words).items()}  # type: ignore[arg-type]
    text = _filled(str(rng.choice(patterns)), lists, rng)
    return text[:1].upper() + text[1:]


def _filled(pattern: str, words: dict[str, list[str]], rng: random.Random) -> str:
    """The pattern with every name replaced by one of its words; longer names first."""
    names = sorted(words, key=len, reverse=True)
    found = ""
    at = 0
    while at < len(pattern):
        name = next((name for name in names if pattern.startswith(name, at)), None)
        if name is None:
            found += pattern[at]
            at += 1
        else:
            value = rng.choice(words[name])
            nested = any(len(other) > 1 and other in value for other in names)
            found += _filled(value, words, rng) if nested and name not in HEADLINES else value
            at += len(name)
    return found
