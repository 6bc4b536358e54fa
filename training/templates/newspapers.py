"""Articles of newspapers and magazines as writers cite them, in many languages."""

from training.templates.grammar import Family

NOTES = Family(
    "newspaper",
    ("en", "en", "en", "de", "fr", "es", "it", "pt", "nl", "sv"),
    (
        '{author:author-full}, <“{title:headline},”|‘{title:headline}’,|"{title:headline},"|{title:headline},|«{title:headline}»,> {container:paper}'
        "<, {location:paperplace}| ({location:paperplace})|>, {date:date}<, p. {pages:newspage}|, {pages:newspage}|, sec. {pages:newspage}|>.",
        '{author:author-inverted}. <“{title:headline}.”|"{title:headline}."|{title:headline}.> {container:paper}<, {edition:paperedition}|> '
        "<{date:date-short}|{date:date-dmy}>: {pages:newspage}.<| Print.>",
        "{author:author-apa} ({date:date-ymd}). {title:headline}. {container:paper}, <pp. {pages:newspage}|{pages:newspage}|p. {pages:newspage}>.",
        "{author:author-vancouver}. {title:headline}. {container:paper}<. {location:paperplace}| ({location:paperplace})|>. <{date:date-yearmonth}>"
        "<;Sect. {pages:newspage}|: {pages:newspage}|>.",
        "{container:paper}<, {location:paperplace}|>, {date:date}<, p. {pages:newspage}|>.",
        "<“{title:headline},”|“{title:headline}.”|‘{title:headline}’,> {container:paper}, {date:date}<, {pages:newspage}|, p. {pages:newspage}|>.",
        "{container:paper} ({date:date}) <‘{title:headline}’|“{title:headline}”|{title:headline}><, p. {pages:newspage}|, {date:date/2}|>.",
        "{container:paper}, <'{title:headline}'|“{title:headline}”>, {date:date}<, p.{pages:newspage}|>.",
        "{author:author-capitals}. {title:headline}. {container:paper}, {location:paperplace}, {date:date}<, p. {pages:newspage}|>.",
        "{author:one}: <„{title:headline}“|{title:headline}>. In: {container:paper}<, Nr. {issue}|>, {date:date}<, S. {pages:newspage}|>.",
        "{title:headline}<. |, >{container:paper}<. |, >{date:date}<. |, ><By |>{author:author-full}<.|>",
        "{author:author-full}, {date:date-dmy}, <'{title:headline}'|‘{title:headline}’|{title:headline}>, {container:paper}<, p. {pages:newspage}|>, <{url}|viewed {accessed:date/3}>",
        '{container:paper} ({location:place})<, | ·>{date:date-dmy}, Page {pages:newspage}. <{author:author-full}, |><"{title:headline}"|“{title:headline}”>. <Accessed on Newspapers.com.|Newspapers.com.|>',
        '{author:author-full}, <"{title:headline},"|“{title:headline}”,> {container:paper} ({location:place}), {date:date}, p. {pages:newspage}, <Newspapers.com|{url}>.',
        "{author:author-full}, {title:headline}, {container:paper}, {date:date-mdy}, <Sports|Business|News|Opinion|Section A>, LexisNexis Academic<.|>",
        "{author:author-inverted}, {title:headline}, {container:paper}<, {date:date-mdy}|, {date:date-numbers}|. {date:date-dmy}>.",
        "{author:author-apa} ({date:date-ymd}). {title:headline}. {container:paper}.",
        "{author:author-semicolons}. {title:headline}. {container:paper}<, {location:paperplace}|>, {date:date-dmy}, <p. {pages:newspage}|{pages:newspage}>.",
        "{author:author-full}, « {title:headline} », in: {container:paper}, {date:date-numbers}<, p. {pages:newspage}|, S. {pages:newspage}|>.",
        "{title:headline} ({date:date-mdy}). {container:paper}<, p. {pages:newspage}|>.",
        "{author:body}. {title:headline}. {container:paper}, {date:date-mdy}<, {pages:newspage}|>.",
        "By {author:author-full}. {title:headline}. {container:paper}<, {date:date}| {date:date}>.",
        "{container:paper}: {title:headline}. {author:author-full}. {date:date}<, {url}|>",
    ),
)
MAGAZINES = Family(
    "magazine",
    ("en", "en", "de", "fr", "es"),
    (
        '{author:author-inverted}. <“{title:headline}.”|"{title}."> {container:journal}<, {date:date-month}|, {date:date-mdy}| {date:date-short}>'
        "<, pp. {pages}|: {pages}|, {pages}>.",
        "{author:author-full}, <“{title},”|‘{title}’,> {container:journal}<, vol. {volume}, no. {issue}|, {volume}|> <({date:date-season})|({date:date-month})>"
        "<, pp. {pages}|, {pages}|: {pages}>.",
        "{author:author-apa} ({date:date-ymd}). {title}. {container:journal}, <{volume}({issue}), |{volume}, |>{pages}.",
        "{author:author-full}, {title}, {container:journal}, {date:date-month}, at {pages:page}.",
    ),
)
NEWSPAPERS = (NOTES, MAGAZINES)
