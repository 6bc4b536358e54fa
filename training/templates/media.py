"""Films, broadcasts, episodes, recordings, podcasts, performances, works of art."""

from training.templates.grammar import Family

FILM = Family(
    "film",
    ("en", "en", "en", "de", "fr", "es", "it"),
    (
        "{title}. <Directed by|Dir.|Dir. by> {director:one}<, performances by {:author-full}|, performance by {:one}|>, {publisher:studio}, {date:year}.",
        "{director:one-apa} (Director). ({date:year}). {title} [<Film|Motion picture|TV series>]. <{location:place}: |>{publisher:studio}.",
        "{director:one-inverted}, dir. {title}. {date:year}; {location:place}: {publisher:studio}, {date:year/2}. {medium}.",
        "{title} ({date:year}) <Directed by|Dir.> {director:one} [{medium}]. {location:place}: {publisher:studio}.",
        "{title}, <R.|Regie:|réal.|dir.|regia di> {director:one}, <{location:country}|{publisher:studio}>, {date:year}.",
        "{director:one-inverted}: {title}. {location:country} {date:year}, {:count} Min.",
        '<“{title:headline}.”|"{title:headline}."> {container:title/2}, <created by {author:one}, |directed by {director:one}, |>season {volume:small}, episode {issue:small/2}, {publisher:studio}, {date:date-short}.',
        "{author:one-apa} (Writer), & {director:one-apa/2} (Director). ({date:date-ymd}). {title:headline} (Season {volume:small}, Episode {issue:small/2}) [TV series episode]. In {container:title/2}. {publisher:studio}.",
        "{author:one-apa} (Host). ({date:date-ymd}). {title:headline} (No. {issue:small}) [Audio podcast episode]. In {container:title/2}. {publisher:studio}. {url}",
        "{author:one}. {title}. {publisher:studio}, {date:year}, <CD|LP|compact disc>.",
        "{author:one-inverted}. <“{title}.”|{title}.> {container:title/2}, {publisher:studio}, {date:year}. <Spotify|CD>.",
        "{author:one}, {title}, {date:year}, <oil on canvas|bronze|lithograph>, {location:place}, {publisher:museum}.",
        "{title:headline}, {publisher:studio}, {date:date-dmy}<, {:small}:{:small}|>.",
    ),
)
MEDIA = (FILM,)
