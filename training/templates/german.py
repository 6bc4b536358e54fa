"""German habits: DIN 1505, ISO 690, Chicago in German, Harvard in German."""

from training.templates.grammar import Family

BOOKS = Family(
    "german-book",
    ("de",),
    (
        "{author:author-slashes}: {title}<. {edition}|, {edition}|>. {location:place}: {publisher}<,| > {date:year}<. – ISBN {isbn}|><.|>",
        "{author:author-capitals}: {title}. <{edition} |>{location:place} : {publisher}, {date:year}<. – ISBN {isbn}|><.|>",
        "{author:author-slashes} ({date:year}): {title}. <{edition} |>{location:place}: {publisher}.",
        "{author:author-inverted}, {title}<, {edition}|>, {location:place}<: {publisher}|> {date:year}<, S. {:page}|><.|>",
        "{author:author-full}: {title}. {publisher}, {location:place} {date:year}<, S. {pages}|><.|>",
        "{author:author-full}: {title}. <Übersetzt von {translator:one}|Aus dem Englischen von {translator:one}>. {location:place}: {publisher} {date:year}.",
        "{editor:author-slashes} (<Hrsg.|Hg.>): {title}. {location:place}: {publisher} {date:year}.",
        "{editor:author-slashes} (<Hrsg.|Hg.>) ({date:year}): {title}. <Bd. {volume}. |>{location:place}: {publisher}.",
        "{author:one-full}: {title}. <Bd. {volume}|Band {volume}>: {:title/2}. {location:place} {date:year}.",
        "{author:author-inverted}: {title} (= {series:title/2}, <Bd. |>{number:small}). {location:place}: {publisher} {date:year}.",
        "Vgl. {author:one-full}: {title}, {location:place} {date:year}, S. {pages:page}<f.| f.|>.",
    ),
)
ARTICLES = Family(
    "german-article",
    ("de",),
    (
        "{author:author-slashes}: {title}<. In: |, in: >{container:journal}<, Jg. {volume}| {volume}|, Bd. {volume}|, {volume}. Jg.> <({date:year}), H. {issue}|({date:year}) {issue}|"
        "({date:year})|({date:year}), Nr. {issue}|, {date:year}, Heft {issue}>, S. {pages}<.|>",
        "{author:author-full}: „{title}“<. In: |, in: >{container:journal} <{volume}/{issue} ({date:year})|{volume} ({date:year}), H. {issue}|Nr. {issue}/{date:year}>, S. {pages}.",
        "{author:author-slashes} ({date:year}): {title}. In: {container:journal}<, {volume}. Jg., H. {issue}|, {volume}({issue})|, {volume} ({issue})|, {issue}/{:year}>, <S. |>{pages}.",
        "{author:author-capitals}: {title}. In: {container:journal} <{volume} ({date:year}), Nr. {issue}|Bd. {volume} ({date:year})>, S. {pages}<. – ISSN {issn}|>",
        "{author:author-slashes}: {title}. In: {editor:author-full/2} (<Hrsg.|Hg.>): {container:title/2}. {location:place}: {publisher}<,| > {date:year}, S. {pages}.",
        "{author:author-inverted}, {title}, in: {editor:author-full/2} (<Hrsg.|Hg.>), {container:title/2}<, Bd. {volume}|>, {location:place} {date:year}, S. {pages}<, hier S. {:page}|>.",
        "{author:author-slashes} ({date:year}): {title}. In: {editor:author-slashes/2} (<Hrsg.|Hg.>): {container:title/2}. {location:place}: {publisher}, <S. |>{pages}.",
        "{author:author-capitals}: {title}. In: {editor:author-capitals/2} (Hrsg.): {container:title/2}. <{edition} |>{location:place} : {publisher}, {date:year} <({series:title/3} {number:small})|>, S. {pages}",
        "{author:author-inverted}, Art. „{title}“, in: {container:title/2}, Bd. {volume}, {location:place} {date:year}, Sp. {pages}.",
    ),
)
GERMAN = (BOOKS, ARTICLES)
