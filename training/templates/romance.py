"""Spanish, Italian, Portuguese (ABNT) and Dutch, Polish, Swedish habits."""

from training.templates.grammar import Family

SPANISH = Family(
    "spanish",
    ("es",),
    (
        "{author:author-capitals}, {title}<, {edition}|>, <{location:place}, {publisher}|{publisher}, {location:place}>, {date:year}<, p. {:page}|, pp. {pages}|><.|>",
        "{author:author-apa} ({date:year})<. |: >{title}<. {edition}|>. {location:place}<: |, >{publisher}.",
        "{author:author-inverted}, <“{title}”|«{title}»>, <en |>{container:journal}, <vol. {volume}, núm. {issue}|{volume}|n.º {volume}|{volume}, {issue}|Año {volume}, No. {issue}>, <({date:year})|{date:year}|{date:date-month}>, <pp. |págs. |>{pages}.",
        "{author:author-apa} ({date:year})<. |: ><“{title}”|«{title}»|{title}><. |, >{container:journal}<, |. ><{volume}({issue})|vol. {volume}, n<º|o|.º> {issue}|{volume}>, <pp. |>{pages}.",
        "{author:author-inverted}. <“{title}”|«{title}»>. En<:|> {editor:author-full/2} (<eds.|coord.|comps.|dirs.>)<,|.|:> {container:title/2}. {location:place}: {publisher}, {date:year}, <pp. |págs. >{pages}.",
        "{author:author-inverted}: <“{title}”|«{title}»>, {container:journal}, <vol. {volume}. No. {issue}. {date:date-month}|vol. {volume}, núm. {issue}, {date:date-month}>, pp. {pages}.",
        "{author:author-capitals}: {title}, {publisher}, {location:place}, {date:year}.",
        "{author:author-full}, {title}, <trad. de {translator:one}, |prólogo de {:one}, |>{publisher}, {location:place}, {date:year}.",
    ),
)
ITALIAN = Family(
    "italian",
    ("it",),
    (
        "{author:author-ieee}, {title}<, {edition}|>, <{publisher}, {location:place}|{location:place}, {publisher}> {date:year}<, p. {:page}|, pp. {pages}|><.|>",
        "{author:author-full}, <«{title}»|“{title}”|{title}>, <in «{container:journal}»|«{container:journal}»|{container:journal}>, <{volume}, {issue}|{volume}|n. {volume}|a. {volume}, n. {issue}> <({date:year})|, {date:year}|{date:date-month}>, pp. {pages}.",
        "{author:author-ieee}, {title}, in <{container:title/2}, a cura di {editor:author-ieee/2}|{editor:author-ieee/2} (a cura di), {container:title/2}>, {publisher}, {location:place} {date:year}, pp. {pages}.",
        "{author:author-inverted} ({date:year}), {title}, <{publisher}, {location:place}|{location:place}: {publisher}>.",
        "{author:author-full}, {title}, <trad. it. di {translator:one}, |>{publisher}, {location:place} {date:year}.",
        "{author:author-gost}, {date:year}, {title}, in «{container:journal}», {volume}, pp. {pages}.",
    ),
)
PORTUGUESE = Family(
    "portuguese",
    ("pt",),
    (
        "{author:author-capitals}. {title}. <{edition} |>{location:place}: {publisher}, {date:year}<. {pages:count} p|>.",
        "{author:author-capitals}. {title}. {container:journal}, {location:place}, v. {volume}, n. {issue}, p. {pages}, <{date:year}|{date:date-month}>.",
        "{author:author-capitals}. {title}. In: {editor:author-capitals/2} (<Org.|Orgs.|org.>). {container:title/2}. {location:place}: {publisher}, {date:year}. p. {pages}.",
        "{author:author-capitals}. {title}. In: {container:conference}, {:small}., {date:year}, {location:place}. Anais... {location:place/2}: {publisher}, {:year}. p. {pages}.",
        "{author:author-capitals}. {title}. Tradução <de |>{translator:one}. {location:place}: {publisher}, {date:year}.",
        "{author:author-apa} ({date:year}). {title}. {container:journal}, {volume}({issue}), {pages}.",
        "{author:author-inverted} ({date:year}), {title}, {location:place}, {publisher}.",
        "{author:author-inverted}, “{title}”, {container:journal}, <n.º {volume}|vol. {volume}>, {date:year}, pp. {pages}.",
    ),
)
NORTHERN = Family(
    "northern",
    ("nl", "pl", "sv", "nl"),
    (
        "{author:author-gost}, {title}<, {edition}|>, {location:place}<: | ><{publisher}, |>{date:year}<, p. {pages:page}|, s. {pages:page}|>.",
        "{author:author-apa} ({date:year}). {title}. {location:place}: {publisher}.",
        "{author:author-ieee}, <‘{title}’|'{title}'|{title}|„{title}”|»{title}«>, <in: |w: |i |>{container:journal}<, {volume}| {volume}|, {volume}({issue})|, nr {volume}> ({date:year}), <p. |pp. |s. |>{pages}.",
        "{author:author-inverted}, {title}, in: {editor:author-full/2} (<red.|eds.>), {container:title/2}, {location:place}: {publisher}, {date:year}, <p. |s. |pp. >{pages}.",
        "{author:author-full} ({date:year}). {title}. {container:journal}, {volume}({issue}), {pages}.",
        "{author:author-inverted} {date:year}: {title}. {location:place}: {publisher}.",
        "{author:author-inverted}, {title}. I: {container:journal} nr {volume}, {date:year}, s. {pages}.",
    ),
)
ROMANCE = (SPANISH, ITALIAN, PORTUGUESE, NORTHERN)
