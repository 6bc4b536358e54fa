"""Russian habits: GOST 7.1, 7.0.5 and 7.0.100."""

from training.templates.grammar import Family

GOST = Family(
    "gost",
    ("ru",),
    (
        "<{citation-number:small}. |{citation-number:small} |>{author:author-gost} {title}<. |.– |. – ><{edition}. |>{location:place}<: | : >{publisher}, {date:year}. <– |><{pages:count} <с|c>.|>",
        "{author:author-gost} {title} // {container:journal}. <– |>{date:year}. <– |><Т. {volume}, № {issue}|№ {issue}|Т. {volume}|Вып. {issue}|Т. {volume}. № {issue}>. <– |><С|C>. {pages}.",
        "{author:author-gost} {title} / <{:author-gost}|> // {container:journal}. — {date:year}. — № {issue}. — С. {pages}.",
        "{author:author-gost} {title} // {container:title/2}<. | : сб. науч. тр. | / под ред. {editor:author-gost/2}. ><– |>{location:place}<: | : >{publisher}, {date:year}. <– |>С. {pages}.",
        "{author:author-gost} {title} : <{genre:rudiss}|автореф. {genre:rudiss}>. <– |>{location:place}, {date:year}. <– |><{pages:count} с.|>",
        "{title} / <под ред. {editor:author-gost}|{author:author-gost}>. <– |>{location:place} : {publisher}, {date:year}. <– |>{pages:count} с.",
        "{author:author-gost} {title} // {container:paper}. <– |>{date:date-dmy}<. – С. {pages:small}|>.",
        "{author:author-gost} {title} [Электронный ресурс] // {container:journal}. {date:year}. <№ {issue}. |>URL: {url} (дата обращения: {accessed:date-numbers/3}).",
        "{title} [Электронный ресурс]. – Режим доступа: {url} (дата обращения: {accessed:date-numbers/3}).",
        "{author:author-gost} {title}: <учеб. пособие|монография|в 2 т.>. {location:place}: {publisher}, {date:year}. <Т. {volume}. |>{pages:count} с.",
        "{author:author-gost} ({date:year}). {title}. {container:journal}, {volume}({issue}), {pages}.",
        "{title:rulaw} от {date:date-numbers} № {number:small}-ФЗ // {container:paper}. {date:year/2}. № {issue}.",
        "{container:archive}. Ф. {:small}. Оп. {:small/2}. Д. {:count}. Л. {pages:page}.",
    ),
)
RUSSIAN = (GOST,)
