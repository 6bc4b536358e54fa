"""Unprinted sources: archives, letters, interviews, papers, manuscripts."""

from training.templates.grammar import Family

ARCHIVAL = Family(
    "archive",
    ("en", "en", "de", "fr", "it"),
    (
        "{author:one} to {:one/2}, {date:date}<, box {:small}, folder {:small/2}|>, {container:papers}, {publisher:archive}.",
        "{author:one-inverted}. Letter to {:one/2}. {date:date-short}. {container:papers}. {publisher:archive}.",
        "{title}, {date:date}, {number:file}, {publisher:archive}.",
        "{author:one-inverted}. {title}. {date:year}. <MS {number:count}|Box {:small}>, {container:papers}, {publisher:archive}.",
        "{publisher:archive}, {number:file}, {author:one}, {title}, {date:date}.",
        "{publisher:archive}, {number:file}, <Bl. |fol. |ff. >{pages:page}<, {date:date}|>.",
        "{author:one}, {genre:interviewkind} {:interviewer}, {date:date}<, {location:place}|><, {container:paper}|>.",
        "{author:one-inverted}. {genre:interviewkind} {:interviewer}. {date:date-short}.",
        "{author:one-apa} ({date:date-ymd}). {title} [<Interview|Letter|Manuscript>]. {container:papers} (Box {:small}), {publisher:archive}, {location:place}.",
        "{author:author-full}, <‘{title}’|“{title}”>, paper presented at <the |>{container:conference}, {location:place}, {date:date}.",
        "{author:author-apa} ({date:date-ymd}). {title} [<Paper presentation|Conference session|Poster>]. {container:conference}, {location:place}<, {:country}|>.",
    ),
)
ARCHIVES = (ARCHIVAL,)
