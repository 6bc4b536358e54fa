"""Records as databases of newspapers and journals print them or copy them out."""

from training.templates.grammar import Family

_NUMBER = "<|||{citation-number:small}. |[{citation-number:small}] |{citation-number:small} >"
_ACCESS = "<|||. Accessed {accessed:date/3}.| (accessed {accessed:date/3}).| Web. {accessed:date-short/3}.>"

PROQUEST = Family(
    "proquest",
    ("en", "en", "en", "en", "de", "fr", "es", "it", "pt"),
    (
        _NUMBER + "{title:headline}<.|.|> {author:author-semicolons}. {container:paper}"
        "<, {edition:paperedition}|, {edition:paperedition}|>; {location:paperplace}<.|. |>"
        " {date:date-short}<: {pages:newspage}|: {pages:newspage}|>.",
        _NUMBER + "{title:headline}. {author:author-semicolons}. {container:paper}"
        "<, {edition:paperedition}|> <|[{location:paperplace}] >{date:date-short}: {pages:newspage}<.|>",
        _NUMBER
        + "{title:headline}. {container:paper}<, {edition:paperedition}|>; {location:paperplace}. "
        "{date:date-short}<: {pages:newspage}|>.",
        '{author:author-inverted}. <"{title:headline}."|“{title:headline}.”|{title:headline}.> {container:paper}'
        "<, {edition:paperedition}|><, {location:paperplace}|>, {date:date-mdy}<, {pages:newspage}|, p. {pages:newspage}|>"
        "<.| ProQuest.| ProQuest, {url}.| ProQuest Historical Newspapers.> <Web. {accessed:date-short/3}.|>",
        "{author:author-apa} ({date:date-ymd}). {title:headline}. <{container:paper}|{container:paper}>"
        "<, {pages:newspage}|, p. {pages:newspage}|>. Retrieved from <ProQuest|ProQuest database|{url}><.|>",
        "{title:title}. {author:author-semicolons}. {container:journal}; {location:place} Vol. {volume}, Iss. {issue}, "
        "(<{date:year}|{date:date-month}|{date:date-short}>): {pages}.<| DOI:{doi}>",
        "{author:author-semicolons}. {container:journal}; {location:place} Vol. {volume}, Iss. {issue},  ({date:date-month}): "
        "{pages}. {title:title}.",
        "{title:headline}: [{edition:paperedition}] {author:author-semicolons}. {container:paper}; {location:paperplace} "
        "[{location:place}]{date:date-short}: {pages:newspage}.",
    ),
)
FACTIVA = Family(
    "factiva",
    ("en", "en", "en", "en", "de", "fr", "es", "it"),
    (
        "{title:headline}<.|> By {author:author-full}. <{:small} words. |{:small}05 words, >{date:date-dmy}<. |, >{container:paper}"
        "<. |, >{pages:newspage}<. |, >English<. |, >(c) {:year}<.| {:paper}.>",
        "{title:headline}, {container:paper}, {date:date-dmy}, {:small}11 words, <By {author:author-full}, |>(English)",
        "{title:headline} <{author:author-full} |By {author:author-full} >{container:paper} {date:date-dmy} {pages:newspage} English",
        "{author:author-full}, “{title:headline},<”| ”> {container:paper}, {date:date-dmy}<, p. {pages:newspage}|, {pages:newspage}|>"
        "<, Factiva|. Factiva>, Document {:number}0{:digits}.",
        "{author:author-apa} ({date:date-ymd}). {title:headline}. {container:paper}<, p. {pages:newspage}|, {pages:newspage}|>. "
        "<Retrieved from Factiva database.|Factiva.|Available from Factiva.>",
        "{title:headline} <By |>{author:author-full} <{:count} words |>{date:date-dmy} {container:paper} {pages:newspage} English (c) {:year}<| {:paper}|.>",
        "{title:headline} By {author:author-full} {date:date-dmy} {container:paper} {pages:newspage} English (c) {:year} {:paper}",
        "HD {title:headline} BY {author:author-full} WC {:small}21 words PD {date:date-dmy} SN {container:paper} PG {pages:newspage} LA English",
        "{author:author-inverted}. “{title:headline}.” {container:paper}, {date:date-dmy}<, {pages:newspage}|>. Factiva.",
        "{author:author-semicolons} - {container:paper} - {date:date-dmy} - <{pages:newspage} - |>{title:headline}",
    ),
)
LEXIS = Family(
    "lexisnexis",
    ("en", "en", "en", "en", "de", "fr", "es", "nl"),
    (
        "{container:paper}<, | (>{location:paperplace}<, |) >{date:date-weekday}, <{edition:paperedition}, |><SECTION: |Section >"
        "<A|B|News|Features|NEWS>; <Pg. |p. >{pages:newspage}<, |. >{title:headline}<. |, >BYLINE: {author:author-full}<|. LexisNexis Academic.>",
        "{container:paper} ({location:paperplace}) {date:date-mdy}<, {edition:paperedition}|>, Pg. {pages:newspage}. {title:headline}. "
        "<BYLINE: {author:author-full}. |>{:database}.",
        '{author:author-inverted}. <"{title:headline}."|“{title:headline}.”> {container:paper}, {date:date}, <sec. A, |final ed., |>'
        "<{pages:newspage}|p. {pages:newspage}>. <LexisNexis Academic|Nexis Uni|Lexis-Nexis Academic|LexisNexis>"
        "<.|, {accessed:date/3}.|. Web. {accessed:date-short/3}.>",
        "{author:author-full}, <“{title:headline},”|\"{title:headline},\"|'{title:headline}',> {container:paper}<, {location:paperplace}|"
        " ({location:paperplace})|>, {date:date}<, {pages:newspage}|, p. {pages:newspage}|>, <available at |via |>LexisNexis.",
        "Copyright {:year} The Publisher. {container:paper} {date:date-weekday} SECTION: Pg. {pages:newspage} LENGTH: {:count} words "
        "HEADLINE: {title:headline} BYLINE: {author:author-full}",
    ),
)
EBSCO = Family(
    "ebsco",
    ("en", "en", "en", "de", "fr", "es"),
    (
        _NUMBER
        + "{title}. By: {author:author-semicolons}. {container:journal}<, {issn}|>. <{date:date-month}|{date:date-short}|{date:year}>, "
        "Vol. {volume} Issue {issue}, <p{pages}|p. {pages}|p{pages:page}-{:small}>, {:small}p<. DOI: {doi}|><.| |>",
        '{author:author-inverted}. <"{title}."|“{title}.”> {container:journal} {volume}<.{issue}|, no. {issue}|> (<{date:year}|{date:date-month}'
        ">): {pages}. {:database}<, EBSCOhost|>" + _ACCESS,
        "{author:author-apa} ({date:year}). {title}. {container:journal}, {volume}({issue}), {pages}. <doi:{doi}|Retrieved from {:database} "
        "database.|https://doi.org/{doi}|>",
        "{title}. By: {author:author-semicolons}.. {container:journal}, {date:date-month}, Vol. {volume}, p{pages}.",
        "{author:author-semicolons}. {title}. {container:journal}. {date:date-month}, Vol. {volume} Issue {issue}, p{pages}. {:small}p.",
        "{title}. {container:journal}, {date:date-month}, Vol. {volume} Issue {issue}, p{pages}, {:small}p. {author:author-semicolons}",
    ),
)
GALE = Family(
    "gale",
    ("en", "en", "en", "de", "fr", "es"),
    (
        '{author:author-inverted}. <"{title}."|“{title}.”> {container:journal}, vol. {volume}, no. {issue}, <{date:date-month}|{date:year}>, '
        "<p. {pages:page}+|pp. {pages}|p. {pages:page}>. <Gale Academic OneFile|Gale In Context: Biography|Gale Literature Resource Center>, "
        "<{url}|link.gale.com/apps/doc/A{:digits}/AONE>. Accessed {accessed:date-short/3}.",
        '<"{title:headline}."|“{title:headline}.”> {container:paper}<, {edition:paperedition}|> [{location:paperplace}], {date:date-short}, '
        "p. {pages:newspage}. Gale OneFile: News, {url}.",
        "{author:author-apa} ({date:date-ymd}). {title:headline}. {container:paper}<, {pages:newspage}|>. Retrieved from {:database}",
        '{author:author-inverted}. "{title}." {container:title/2}, edited by {editor:author-full/2}, <{edition}, |><vol. {volume}, |>{publisher}, '
        "{date:year}, pp. {pages}. Gale eBooks.",
    ),
)
JSTOR = Family(
    "jstor",
    ("en", "en", "en", "de", "fr", "es", "it"),
    (
        _NUMBER
        + "{title}<.|> Author(s): {author:author-full}<.|> Source: {container:journal}, <Vol. {volume}, No. {issue}|{volume}. Jahrg., H. {issue}"
        "|No. {issue}> ({date:date-month}), pp. {pages} <Published by: {publisher} |>Stable URL: <{url}|https://www.jstor.org/stable/{:digits}>",
        '{author:author-inverted}. <“{title}.”|"{title}."> {container:journal}<, vol. {volume}, no. {issue}, {date:year}, pp. {pages}| {volume}, no. '
        "{issue} ({date:year}): {pages}>. <JSTOR, |>{url}. Accessed {accessed:date-short/3}.",
        "{author:author-full}, {title}, {volume} {container:journal} {pages} ({date:year}), {url}",
    ),
)
MUSE = Family(
    "muse",
    ("en", "fr", "de"),
    (
        '{author:author-inverted}. "{title}." {container:journal} {volume}, no. {issue} ({date:year}): {pages}. <https://doi.org/{doi}|doi:{doi}>.',
        '{author:author-inverted}. "{title}." {container:journal}, vol. {volume} no. {issue}, {date:year}, p. {pages}. Project MUSE, {url}.',
        '<"{title:headline}" |{title:headline}. >{container:paper} ({location:paperplace}), {date:date-mdy}<: {pages:newspage}|, p. {pages:newspage}>. '
        "NewsBank: America's News.",
    ),
)
DATABASES = (PROQUEST, FACTIVA, LEXIS, EBSCO, GALE, JSTOR, MUSE)
