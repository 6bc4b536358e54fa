"""Cases, statutes, law reviews, treaties and papers of government, after the habits of their countries."""

from training.templates.grammar import Family

REVIEWS = Family(
    "law-review",
    ("en",),
    (
        "{author:author-full}, <{title}|Note, {title}|Comment, {title}>, {volume} {container:review} {pages:page}<, {:page/2}|> (<{date:year}>).",
        "{author:author-full}, {title}, {date:year} {container:review} {pages:page}.",
        "{author:author-full}, <‘{title}’|\"{title}\"|'{title}'> <({date:year}) {volume}|[{date:year}] {volume}|({date:year}) {volume}({issue})> "
        "<{container:review}|{container:journal}> {pages:page}.",
        "{author:author-inverted}, “{title}” ({date:year}) {volume}:{issue} {container:review} {pages:page}.",
        "<See |See also |>{author:author-full}, {title} <{pages:page} |>(<{edition} |>{date:year}).",
        "{author:author-full}, {title} {:page} ({publisher}, {edition}, {date:year}).",
        "{author:author-full}, {title}, in {container:title/2} {pages:page} ({editor:author-full/2} eds., {date:year}).",
    ),
)
CASES = Family(
    "cases",
    ("en",),
    (
        "{title:case}, {volume} {container:reporter} {pages:page}<, {:page/2}|> (<{date:year}|{institution:court} {date:year}>)<.|;|>",
        "{title:case}, {volume} {container:reporter} {pages:page} ({institution:court} {date:year}).",
        "{title:case} [{date:year}] <{volume:small} |>{container:ukreport} {pages:page}<| ({institution:ukcourt})><, {:small}|>.",
        "{title:case} [{date:year}] <UKSC|EWCA Civ|EWHC|UKHL|HCA> {number:small}<, [{date:year}] {volume:small} {container:ukreport} {pages:page}|>",
        "{title:case} ({date:year}) {volume} {container:ukreport} {pages:page}.",
        "{title:case}, No. {number}, {date:year} WL {:digits} ({institution:court} {date:date-short/2}).",
        "Case <C-|T->{number:small}/{:small/2} <{title:case} >[{date:year}] ECR <I-|>{pages:page}.",
        "<EuGH|CJEU|ECJ>, <judgment of |Urteil vom |>{date:date}, <Case |Rs. >C-{number:small}/{:small}, {title:case}<, ECLI:EU:C:{:year}:{:count}|>.",
        "{title:case} v <{:country}>, <no. |App. No. ><{number:small}>/{:small}, <ECHR {date:year}|{date:date}, ECHR>.",
    ),
)
STATUTES = Family(
    "statutes",
    ("en",),
    (
        "{title:act}, Pub. L. No. {number:small}-{:small}, {volume} {container:stat} {pages:page} ({date:year})<.|>",
        "{title:act}, {volume} {container:code} § {:page} ({date:year}).",
        "{volume} {container:code} § {:page}<({:small})|> ({date:year}).",
        "{title:act} {date:year}<, s {:small}| (UK)| (Cth)| c. {:small}|>.",
        "{title:act}, {container:stat} {pages:page} ({date:year}).",
        "<Regulation|Directive|Council Regulation> <(EU)|(EC)> {number:small}/{:small} <of {date:date-dmy} |>on {title} [{date:year}] <OJ L|{container:oj}>"
        " {volume}/{pages:page}<.|>",
        "{title:act}, H.R. {number:page}, {:small}th Cong. ({date:year}).",
        "U.N. <GAOR|Doc. A/RES/{number:small}/{:small}>, {title} ({date:date}).",
        "{title}, {volume} Fed. Reg. {pages:page} ({date:date-short}).",
    ),
)
GERMAN_LAW = Family(
    "german-law",
    ("de",),
    (
        "{author:germancourt}, {genre:ruling} <v. |vom |v.>{date:date-numbers} <– |- >{number:docket}<, {container:germanreport} {date:year/2}, {pages:page}|>"
        "<, BGHZ {:volume}, {:page}| (juris)|><.|>",
        "{author:germancourt}, {container:germanreport} {date:year}, {pages:page}<, {:page/2}|> <ff.|f.|>",
        "{author:author-slashes}, {title}, {container:germanreport} {date:year}, {pages:page}<, {:page/2}|><.| ff.>",
        "{author:one}, in: {editor:author-slashes/2} (Hrsg.), {container:title/2}, {edition} {date:year}, § {:page} Rn. {:small}.",
        "{title:germanact} <vom {date:date-numbers}|v. {date:date-dmy}> <({container:bgbl} <I |>S. {pages:page})|, {container:bgbl} S. {pages:page}><.|>",
        "{author:one}, {title}, {edition} {date:year}, <Rn. |S. >{:page}.",
    ),
)
OTHER_LAW = Family(
    "romance-law",
    ("fr", "es", "it"),
    (
        "<{author:frenchcourt}, >{date:date-dmy}, <n° |no >{number:docket}<, {container:frenchreport} {date:year/2}, p. {pages:page}|>.",
        "{author:author-full}, <« {title} »|“{title}”|{title}>, {container:frenchreport}<, {date:year}|, {date:year}, n° {issue}>, p. {pages:page}.",
        "<Loi|Ley|Legge|Décret> <n° |>{number:small}-{:small} <du |de |>{date:date-dmy} <relative à |sobre |>{title}<, JO {date:date-numbers/2}, p. {pages:page}|>.",
    ),
)
GOVERNMENT = Family(
    "government",
    ("en", "en", "en", "de", "fr", "es"),
    (
        "{author:body}<, | (>{date:year}<, |). >{title}<. |, ><{genre:reportkind}, |><No. {number}, |>{location:place}<: |, >{publisher:body/2}<.|>",
        "{author:body}. ({date:year}). {title} (<{genre:reportkind} No. {number}|Report No. {number}|{number}>). {location:place}: {publisher:body}.",
        "{author:body}. {title}<. {location:place}|>. {date:date}. <{url}|>",
        "U.S. Congress, <House|Senate>, {author:committee}, {title}, {:small}th Cong., <1st|2d> sess., {date:year}<, H. Rep. {number:count}|, {pages}>.",
        "{author:body}. {date:year}. {title}. {location:place}: <{publisher:body/2}|Government Printing Office|{publisher}>.",
        "{title}. {location:place}: {publisher:body}, {date:year}<. {isbn}|>.",
        "{author:body}, {title}, {container:hc} {number:count} ({date:year}).",
    ),
)
LAW = (REVIEWS, CASES, STATUTES, GERMAN_LAW, OTHER_LAW, GOVERNMENT)
