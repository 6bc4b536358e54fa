"""Names of people in one of the habits in which references print them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

Person = tuple[str, str]  # given names, family name

AND = {
    "en": ("and", "&"), "de": ("und", "u.", "/"), "fr": ("et", "&"), "es": ("y",), "it": ("e",),
    "pt": ("e",), "nl": ("en",), "ru": ("и",), "pl": ("i",), "sv": ("och",),
}  # fmt: skip
ET_AL = {
    "de": ("u. a.", "et al."), "fr": ("et al.",), "es": ("et al.", "y otros"), "it": ("et al.",),
    "ru": ("и др.",), "nl": ("e.a.", "et al."),
}  # fmt: skip
# A share of lists that are cut short.
CUT_SHORT = 0.06


def initials(given: str, gap: str = " ", stop: str = ".") -> str:
    """`Anna Maria` -> `A. M.`; a hyphen stays."""
    parts = []
    for word in given.split():
        parts.append("-".join(piece[:1] + stop for piece in word.split("-") if piece))
    return gap.join(parts)


def _joined(names: Sequence[str], comma: str, last: str, oxford: str = "") -> str:
    if len(names) == 1:
        return names[0]
    return comma.join(names[:-1]) + (oxford if len(names) > 2 else "") + last + names[-1]


def _full(people: Sequence[Person], link: str, rng: random.Random) -> str:
    names = [f"{given} {family}" for given, family in people]
    return _joined(names, ", ", f" {link} ", rng.choice((",", "")))


def _inverted(people: Sequence[Person], link: str, rng: random.Random) -> str:
    (given, family), *others = people
    names = [f"{family}, {given}"] + [f"{one} {two}" for one, two in others]
    return _joined(names, ", ", f"{rng.choice((',', ''))} {link} ")


def _semicolons(people: Sequence[Person], link: str, rng: random.Random) -> str:
    short = rng.random() < 0.25
    return "; ".join(f"{family}, {initials(given) if short else given}" for given, family in people)


def _apa(people: Sequence[Person], link: str, rng: random.Random) -> str:
    gap = rng.choice((" ", ""))
    names = [f"{family}, {initials(given, gap)}" for given, family in people]
    return _joined(names, ", ", rng.choice((f" {link} ", ", & ", f", {link} ", ", ")))


def _vancouver(people: Sequence[Person], link: str, rng: random.Random) -> str:
    gap = rng.choice(("", "", " "))
    return ", ".join(f"{family} {initials(given, gap, '')}" for given, family in people)


def _ieee(people: Sequence[Person], link: str, rng: random.Random) -> str:
    gap = rng.choice((" ", ""))
    names = [f"{initials(given, gap)} {family}" for given, family in people]
    return _joined(names, ", ", f" {link} ", rng.choice((",", "")))


def _slashes(people: Sequence[Person], link: str, rng: random.Random) -> str:
    between = rng.choice(("/", " / ", "; "))
    return between.join(f"{family}, {given}" for given, family in people)


def _capitals(people: Sequence[Person], link: str, rng: random.Random) -> str:
    between = rng.choice(("; ", ", ", f" {link} ", " - "))
    comma = rng.choice((", ", " "))
    short = rng.random() < 0.3
    return between.join(
        f"{family.upper()}{comma}{initials(given) if short else given}" for given, family in people
    )


def _gost(people: Sequence[Person], link: str, rng: random.Random) -> str:
    comma, gap = rng.choice((" ", ", ", " ")), rng.choice((" ", "", " "))
    return ", ".join(f"{family}{comma}{initials(given, gap)}" for given, family in people)


HABITS: dict[str, Callable[[Sequence[Person], str, random.Random], str]] = {
    "full": _full,
    "inverted": _inverted,
    "semicolons": _semicolons,
    "apa": _apa,
    "vancouver": _vancouver,
    "ieee": _ieee,
    "slashes": _slashes,
    "capitals": _capitals,
    "gost": _gost,
}


def printed(people: Sequence[Person], habit: str, language: str, rng: random.Random) -> str:
    """The people as a reference prints them; `any` is a habit at random."""
    if habit == "any":
        habit = rng.choice(list(HABITS))
    link = rng.choice(AND.get(language, AND["en"]))
    text = HABITS[habit](people, link, rng)
    if rng.random() < CUT_SHORT:
        text += rng.choice((", ", " ")) + rng.choice(ET_AL.get(language, ("et al.",)))
    return text


# Names of languages that the lists of the data hardly have.
NATIONAL: dict[str, tuple[str, str]] = {
    "de": (
        "Anna Bernd Christa Dieter Elke Friedrich Gisela Hans-Peter Heike Jörg Jürgen Karl-Heinz "
        "Käthe Lukas Monika Niklas Petra Rüdiger Sabine Thomas Ulrike Uwe Wolfgang",
        "Müller Schmidt Schneider Fischer Weber Bäcker Schäfer Köhler Krause Lehmann Böhm Vogel "
        "Jäger Stein Groß Brandt Haas Schreiber Kühn Engel Horn Sauer Arnold Pfeiffer Seidel "
        "Müller-Lüdenscheidt Kästner Höß",
    ),
    "fr": (
        "Jean-Pierre Élodie François Amélie Benoît Chloé Étienne Geneviève Hélène Jacques Laurent "
        "Marie-Claude Nathalie Olivier Pascal Renée Sylvie Thierry Yves Gérard Michèle",
        "Dubois Lefèvre Moreau Girard Rousseau Fournier Lambert Bonnet Mercier Guérin Muller "
        "Chevalier Perrin Robin Clément Morin Gauthier Renard Noël Legrand Bélanger Côté",
    ),
    "es": (
        "José María Carmen Luis Ana Francisco Javier Juan Carlos Pilar Miguel Ángel Rosa Santiago "
        "Teresa Andrés Lucía Ramón Inés Álvaro Beatriz Joaquín",
        "García Martínez López Hernández González Pérez Sánchez Ramírez Torres Flores Rivera "
        "Gómez Díaz Vázquez Ortega Muñoz Rubio Núñez Peña Ibáñez Cabrera Iglesias",
    ),
    "it": (
        "Giuseppe Maria Giovanni Antonella Luca Francesca Marco Chiara Paolo Elena Stefano Giulia "
        "Roberto Silvia Andrea Federica Alessandro Laura Carlo Nicolò",
        "Rossi Bianchi Ferrari Esposito Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa "
        "Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana De Luca D’Angelo",
    ),
    "pt": (
        "João Maria José Ana Paulo Fernanda Antônio Luíza Carlos Márcia Pedro Juliana Rafael "
        "Beatriz Marcelo Cláudia Sérgio Inês Luís Helena",
        "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro "
        "Martins Carvalho Almeida Lopes Soares Fernandes Vieira Araújo Conceição Simões",
    ),
    "nl": (
        "Jan Piet Marijke Hendrik Anneke Willem Joke Kees Femke Maarten Saskia Bram Lotte Dirk "
        "Geert Ilse Joris Katrien",
        "Jansen Visser Bakker Smit Mulder Bos Vos Peters Hendriks Dekker Brouwer Koster Prins "
        "Huisman Kuipers Claes Peeters Maes Goossens Wouters",
    ),
    "ru": (
        "Алексей Борис Виктор Галина Дмитрий Елена Иван Константин Людмила Михаил Наталья Ольга "
        "Павел Роман Сергей Татьяна Юрий Анна Владимир Николай",
        "Абрамов Васильева Григорьев Дорофеева Ершов Жукова Зайцев Ильина Кузнецов Лебедева "
        "Морозов Никитина Орлов Павлова Романов Соколова Тихонов Ушакова Фёдоров Чернова Шестаков "
        "Щербакова Юдин Яковлева",
    ),
    "pl": (
        "Jan Anna Piotr Katarzyna Krzysztof Małgorzata Andrzej Agnieszka Tomasz Barbara",
        "Kowalski Nowak Wiśniewska Wójcik Kamiński Lewandowska Zieliński Szymańska Dąbrowski",
    ),
    "sv": (
        "Lars Anna Erik Karin Nils Åsa Björn Kerstin Per Gunilla Olof Märta",
        "Andersson Johansson Lindqvist Nilsson Eriksson Öberg Sjöström Lundgren Bergström",
    ),
}
PARTICLES = {
    "de": ("von", "zu", "von der"),
    "fr": ("de", "de la", "du"),
    "nl": ("van", "van der", "de", "van den", "ten"),
    "it": ("di", "della", "de"),
    "pt": ("da", "de", "dos"),
    "es": ("de", "de la", "del"),
}
CJK_NAMES = {
    "zh": (
        "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 "
        "高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 "
        "曾 萧 田 董 袁 潘 于 蒋 蔡 余 杜 欧阳 司马",
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 "
        "娟 涛 明 超 秀英 建国 志强 晓东 海燕 文博 雨欣 子轩 "
        "思远 国庆 丽华 春梅 红 平 鹏 辉 玉兰 建华",
    ),
    "ko": (
        "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍 남궁",
        "민수 지영 영희 성호 현우 수진 은주 태현 동혁 미경 정훈 혜원 상철 유나 재석 경숙 준",
    ),
    "ja": (
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林",
        "健一 裕子 太郎 美咲 翔 直樹 恵子 大輔 由美 誠 真理子 隆 和子 浩二",
    ),
}
