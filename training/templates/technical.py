"""Patents, standards, data sets, software, reports and preprints."""

from training.templates.grammar import Family

PATENTS = Family(
    "patent",
    ("en", "en", "de"),
    (
        "{author:author-inverted}. {title}. <U.S. Patent|US Patent|European Patent|WO Patent> <No. |>{number:patent}<, filed {:date-mdy},| filed {:date-mdy/2} and| issued> <issued |>{date:date-mdy}.",
        "{author:author-apa} ({date:year}). <{title}. U.S. Patent No. {number:patent}|{title} (U.S. Patent No. {number:patent})>. <{location:place}: {publisher:patentoffice}|{publisher:patentoffice}|>.",
        '{author:author-ieee}, <“{title},”|"{title},"> <U.S. Patent|US Patent|EP> {number:patent}, <{date:date-short}|{date:year}>.',
        "<{author:body}|{author:author-gost}>: {title}. <Patentschrift |Patent ><DE|EP|US> {number:patent} <A1|B2|C1|>, {date:date-numbers}.",
    ),
)
STANDARDS = Family(
    "standard",
    ("en", "en", "de", "fr"),
    (
        "<ISO|DIN|IEEE|ANSI|BS|EN ISO|ASTM|NF EN> {number:standard}:{date:year}<, |. >{title}<. {location:geneva}: {publisher:body}|. {publisher:body}|>.",
        "{author:body}. ({date:year}). {title} (<ISO|IEEE|ANSI/NISO> <Standard No. |>{number:standard}). <{location:place}: {publisher:body}|{url}|>",
        "{title}, <ISO|IEEE Std|DIN> {number:standard}, {date:year}.",
        "<DIN|ÖNORM|VDI> {number:standard}: {title}. {location:place}: {publisher:beuth}, {date:date-month}.",
        "{author:author-ieee}, “{title},” RFC {number:count}, <Internet Engineering Task Force|IETF>, {date:date-month}.",
    ),
)
DATA = Family(
    "data",
    ("en",),
    (
        "{author:author-apa} ({date:year}). {title} <(Version {edition:version}) |(Version {edition:version}; {number}) |>[{medium:datakind}]. {publisher:repository}. <https://doi.org/{doi}|{url}>",
        "{author:author-apa} ({date:year}): {title}. {publisher:repository}. <{medium:datakind}. |><https://doi.org/{doi}|DOI: {doi}>",
        "{author:author-inverted}. {date:year}. “{title}.” {publisher:repository}. <https://doi.org/{doi}|{url}>, V{:small}.",
        "{author:body}, {title} [{medium:datakind}], {location:place}: {publisher:repository} [distributor], {date:year}.",
        "{author:body}. {title}. <Version {edition:version}. |>{date:year}. {url}<. Accessed {accessed:date/3}|>.",
        "{author:author-vancouver}. {title}. <Version {edition:version}|> [<software|computer program|dataset>]. {date:year}<. {publisher:repository}|>. <Available from: {url}|doi: {doi}>",
        "{title} (<v|version >{edition:version}). ({date:year}). [{medium:datakind}]. {author:body}. {url}",
    ),
)
REPORTS = Family(
    "report",
    ("en", "en", "en", "de", "fr"),
    (
        "{author}. <“{title}.”|{title}.> {genre:reportkind} <No. |no. |>{number}, <{publisher:university}|{publisher:body}><, {location:place}|>, <{date:year}|{date:date-month}>.",
        "{author:author-apa} ({date:year}). <“{title}”|{title}>. <{genre:reportkind} {number}|({genre:reportkind} No. {number})>. <{publisher:university}|{publisher:body}>.",
        "{author:author-full}, {title}, <{container:wpseries} {number}|{genre:reportkind} {number}>, <{publisher:university}|{publisher:body}> ({date:year}).",
        "{author:author-ieee}, {title}. arXiv <preprint |>arXiv:{arxiv:arxivid}<, {date:year}| ({date:year})| [cs.LG]|>.",
        "{author:author-full}. {title}. CoRR, abs/{arxiv:arxivid}, {date:year}.",
        "{author:author-gost}, {title}, <mimeo|unpublished manuscript|unpublished paper|manuscript|working paper>, {publisher:university}, {date:year}.",
        '{author:author-inverted} ({date:year}), <“{title}”,|"{title}",> {genre:reportkind}, {publisher:university}.',
        "{author:author-apa} (<forthcoming|in press|{date:year}>). {title}. {container:journal}<, forthcoming|>.",
    ),
)
TECHNICAL = (PATENTS, STANDARDS, DATA, REPORTS)
