"""Makes PDF files of which the true reading order is known: the text is made up, then printed.

LaTeX and LibreOffice set it in one column or two, with running heads, page numbers, footnotes (some
so long that they run over to the next page), block quotations, headings, figures with captions, a
title across both columns, and words parted at line ends, in English, German and French.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

# Openers, subjects, verbs, objects, tails; every sentence takes one of each.
PHRASES = {
    "en": (
        "Nevertheless, |In the long-forgotten manuscript |By the nineteenth century |Admittedly, |"
        "According to the well-known catalogue, |Unfortunately, |Once more |For this reason |||||",
        "the correspondence of the librarian|an anonymous commentator|"
        "the illustrated encyclopaedia|every subsequent translation|the self-taught bookbinder|"
        "a contemporary historian|"
        "the municipal administration|the unpublished autobiography|a half-hearted reviewer",
        "acknowledges|misrepresents|reconstructs|deliberately overlooks|summarises|anticipates|"
        "contradicts|reproduces without hesitation|circumscribes",
        "the circumstances of the publication|an extraordinary disagreement|"
        "the original arrangement|the so-called inheritance|a considerable difficulty|"
        "the theological controversy|"
        "the manufacturing of paper|a characteristic inconsistency|the punctuation of the passage",
        "throughout the second edition|in the following paragraphs|with remarkable thoroughness|"
        "without any justification|on the opposite page|as the marginal annotations demonstrate|"
        "for the understanding of the whole|in spite of the censorship|under favourable conditions",
    ),
    "de": (
        "Dennoch |In der längst vergessenen Handschrift |Im neunzehnten Jahrhundert |Freilich |"
        "Nach dem Verzeichnis der Universitätsbibliothek |Unglücklicherweise |Wiederum |Deshalb |"
        "Bekanntlich |Schließlich |Außerdem |Währenddessen ",
        "erwähnt der Herausgeber|verschweigt ein namenloser Übersetzer|bestätigt die Gesellschaft|"
        "überarbeitet der Schriftsteller|untersucht die deutsch-französische Kommission|"
        "beschreibt das Nachschlagewerk|wiederholt eine Zeitgenossin|verteidigt der Buchhändler",
        "gewissermaßen|ausführlich|mit Entschiedenheit|versehentlich|stillschweigend|"
        "wissenschaftlich|nichtsdestoweniger|gleichermaßen",
        "die Entstehungsgeschichte des Werkes|eine außerordentliche Meinungsverschiedenheit|"
        "die ursprüngliche Reihenfolge|das Verhältnis der Überlieferungen|den Briefwechsel|"
        "die Herausforderungen der Rechtschreibung|eine bemerkenswerte Schwierigkeit",
        "in den folgenden Abschnitten|auf der gegenüberliegenden Seite|trotz aller Einwendungen|"
        "zugunsten der Wahrheit|während der gesamten Auseinandersetzung|"
        "ohne Rücksicht auf Verluste|im Zusammenhang mit der Veröffentlichung|"
        "unter günstigen Voraussetzungen",
    ),
    "fr": (
        "Néanmoins |Dans le manuscrit longtemps oublié |Au dix-neuvième siècle |Certes, |"
        "Selon le catalogue de la bibliothèque, |Malheureusement, |De nouveau, |"
        "Pour cette raison, |Autrement dit, |Finalement, |Peut-être, écrit-on, |Aujourd’hui ",
        "la correspondance du bibliothécaire|un commentateur anonyme|l’encyclopédie illustrée|"
        "chaque traduction ultérieure|le gouvernement provisoire|un historien contemporain|"
        "l’administration municipale|cette autobiographie inachevée",
        "reconnaît|dénature|reconstitue|néglige volontairement|récapitule|développe|contredit|"
        "reproduit sans hésitation",
        "les circonstances de la publication|un désaccord extraordinaire|la disposition originale|"
        "le prétendu héritage|une difficulté considérable|la controverse théologique|"
        "la fabrication du papier|une contradiction caractéristique|la ponctuation du passage",
        "dans la deuxième édition|au cours des paragraphes suivants|avec une rare persévérance|"
        "sans aucune justification|sur la page opposée|comme le démontrent les annotations|"
        "pour la compréhension de l’ensemble|malgré la censure|dans des conditions favorables",
    ),
}
MARKS = {"en": "“”", "de": "„“", "fr": "«»"}
HEADS = {
    "en": "Proceedings of the Slow Readers",
    "de": "Mitteilungen der Langsamleser",
    "fr": "Annales des lecteurs lents",
}
CAPTIONS = {"en": "Figure", "de": "Abbildung", "fr": "Planche"}


@dataclass(frozen=True, slots=True)
class Spec:
    """How one document is made."""

    name: str
    program: str
    language: str
    columns: int
    seed: int
    figures: bool = False
    long_notes: bool = False
    fonts: str = "lm"
    spaced: bool = False


SPECS = (
    Spec("latex-en-2", "latex", "en", 2, 1),
    Spec("latex-de-2", "latex", "de", 2, 2),
    Spec("latex-fr-2", "latex", "fr", 2, 3, figures=True),
    Spec("latex-en-1", "latex", "en", 1, 4, long_notes=True),
    Spec("latex-de-1", "latex", "de", 1, 5, long_notes=True),
    Spec("latex-fr-1", "latex", "fr", 1, 6),
    Spec("latex-en-2-cm", "latex", "en", 2, 7, fonts="cm"),
    Spec("latex-en-2-figures", "latex", "en", 2, 8, figures=True, long_notes=True),
    Spec("latex-de-1-spaced", "latex", "de", 1, 9, figures=True, spaced=True),
    Spec("latex-en-2-times", "latex", "en", 2, 10, fonts="ptm", long_notes=True),
    Spec("office-en-2", "office", "en", 2, 11),
    Spec("office-de-2", "office", "de", 2, 12, long_notes=True),
    Spec("office-fr-2", "office", "fr", 2, 13),
    Spec("office-en-1", "office", "en", 1, 14, long_notes=True),
    Spec("office-de-1", "office", "de", 1, 15, figures=True),
    Spec("office-fr-1", "office", "fr", 1, 16, long_notes=True),
    Spec("office-en-2-figures", "office", "en", 2, 17, figures=True),
    Spec("office-de-2-sans", "office", "de", 2, 18, fonts="DejaVu Sans"),
    Spec("office-en-1-spaced", "office", "en", 1, 19, spaced=True, figures=True),
    Spec("office-fr-2-spaced", "office", "fr", 2, 20, spaced=True),
)


@dataclass(slots=True)
class Part:
    """A block in the order of reading; `notes` are anchored behind its words, each after so many
    of its sentences."""

    kind: str
    sentences: list[str]
    notes: dict[int, str] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        return " ".join(self.sentences).split()


@dataclass(slots=True)
class Truth:
    """A document as it is meant."""

    head: str
    parts: list[Part]

    @property
    def notes(self) -> list[str]:
        return [note for part in self.parts for note in part.notes.values()]


def written(spec: Spec) -> Truth:
    """The document of `spec`: always the same words for the same seed."""
    draw = random.Random(spec.seed)
    parts = [Part("title", [_title(draw, spec.language)])]
    for section in range(5):
        parts.append(Part("heading", [_title(draw, spec.language)]))
        for number in range(draw.randint(4, 6)):
            parts.append(_paragraph(draw, spec, noted=number % 2 == 0))
            if number == 1:
                parts.append(Part("quotation", _sentences(draw, spec.language, 2, 4)))
        if spec.figures and section % 2 == 0:
            caption = _sentence(draw, spec.language)
            parts.append(
                Part("caption", [f"{CAPTIONS[spec.language]} {section // 2 + 1}: {caption}"])
            )
    return Truth(HEADS[spec.language], parts)


def _paragraph(draw: random.Random, spec: Spec, noted: bool) -> Part:
    sentences = _sentences(draw, spec.language, 4, 8)
    if draw.random() < 0.5:
        opening, closing = MARKS[spec.language]
        quoted = _sentence(draw, spec.language).rstrip(".")
        sentences.append(f"{opening}{quoted}{closing}, {_title(draw, spec.language).lower()}.")
    notes = {}
    if noted:
        at = draw.randrange(len(sentences))
        long = spec.long_notes and draw.random() < 0.4
        notes[at] = " ".join(_sentences(draw, spec.language, *((9, 14) if long else (1, 2))))
    return Part("paragraph", sentences, notes)


def _sentences(draw: random.Random, language: str, least: int, most: int) -> list[str]:
    return [_sentence(draw, language) for _ in range(draw.randint(least, most))]


def _sentence(draw: random.Random, language: str) -> str:
    first, *others = (draw.choice(each.split("|")) for each in PHRASES[language])
    sentence = first + " ".join(others) + "."
    return sentence[0].upper() + sentence[1:]


def _title(draw: random.Random, language: str) -> str:
    _, subject, _, thing, tail = (draw.choice(each.split("|")) for each in PHRASES[language])
    return f"{subject[0].upper()}{subject[1:]} {thing} {tail}".replace(".", "")


def make(spec: Spec, folder: Path) -> Path:
    """The PDF of `spec`, made in `folder` where it does not lie there yet."""
    target = folder / f"{spec.name}.pdf"
    if target.exists():
        return target
    truth = written(spec)
    if spec.program == "latex":
        source = target.with_suffix(".tex")
        source.write_text(latex(spec, truth), encoding="utf-8")
        command = ["pdflatex", "-interaction=batchmode", source.name]
        runs = 2
    else:
        source = target.with_suffix(".fodt")
        source.write_text(office(spec, truth), encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", source.name]
        runs = 1
    for _ in range(runs):
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return target


# LaTeX

_BABEL = {"en": "english", "de": "ngerman", "fr": "french"}
_LATEX_FONTS = {"lm": r"\usepackage[T1]{fontenc}\usepackage{lmodern}", "cm": "",
                "ptm": r"\usepackage[T1]{fontenc}\usepackage{mathptmx}"}  # fmt: skip


def latex(spec: Spec, truth: Truth) -> str:
    """The document as LaTeX source."""
    two = ",twocolumn" if spec.columns == 2 else ""
    title = truth.parts[0].sentences[0]
    across = rf"\begin{{center}}\LARGE {title}\end{{center}}\bigskip"
    spacing = r"\setlength\parindent{0pt}\setlength\parskip{6pt}" if spec.spaced else ""
    return "\n\n".join(
        (
            rf"\documentclass[a4paper{two}]{{article}}\usepackage[utf8]{{inputenc}}"
            rf"{_LATEX_FONTS[spec.fonts]}\usepackage[{_BABEL[spec.language]}]{{babel}}"
            r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}"
            rf"\fancyhead[L]{{{truth.head}}}\fancyhead[R]{{\thepage}}{spacing}"
            r"\usepackage[margin=25mm,headheight=15pt]{geometry}\begin{document}",
            rf"\twocolumn[{across}]\thispagestyle{{fancy}}" if two else across,
            *(_latex_part(part, spec) for part in truth.parts[1:]),
            r"\end{document}",
        )
    )


def _latex_part(part: Part, spec: Spec) -> str:
    if part.kind == "heading":
        return rf"\section*{{{part.sentences[0]}}}"
    if part.kind == "quotation":
        return rf"\begin{{quote}}{' '.join(part.sentences)}\end{{quote}}"
    if part.kind == "caption":
        return (
            r"\begin{figure}[t]\centering\rule{4cm}{3cm}\par\medskip\small "
            rf"{part.sentences[0]}\end{{figure}}"
        )
    return " ".join(
        sentence + (rf"\footnote{{{part.notes[at]}}}" if at in part.notes else "")
        for at, sentence in enumerate(part.sentences)
    )


# LibreOffice

_COUNTRIES = {"en": "US", "de": "DE", "fr": "FR"}
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (("office", "office"), ("style", "style"), ("text", "text"),
                       ("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible"))
)  # fmt: skip


def office(spec: Spec, truth: Truth) -> str:
    """The document as a flat OpenDocument file, its columns those of a section."""
    body = "".join(_office_part(part) for part in truth.parts[1:])
    if spec.columns == 2:
        body = f'<text:section text:name="a" text:style-name="Columns">{body}</text:section>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_SPACES} office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>{"".join(_office_styles(spec))}</office:styles>
<office:automatic-styles>
<style:style style:name="Columns" style:family="section"><style:section-properties
 text:dont-balance-text-columns="true"><style:columns fo:column-count="2"
 fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:style style:name="Frame" style:family="graphic"><style:graphic-properties
 draw:fill="solid" draw:fill-color="#888888"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2.2cm"/><style:header-style/><style:footer-style/>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Header">{truth.head}</text:p></style:header><style:footer>
<text:p text:style-name="Header"><text:page-number text:select-page="current"/></text:p>
</style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="Title">{truth.parts[0].sentences[0]}</text:p>
{body}</office:text></office:body></office:document>"""


def _office_styles(spec: Spec) -> Iterator[str]:
    indent = "" if spec.spaced else 'fo:text-indent="0.5cm"'
    below = "0.25cm" if spec.spaced else "0cm"
    font = spec.fonts if spec.fonts != "lm" else "DejaVu Serif"
    yield (
        '<style:default-style style:family="paragraph"><style:text-properties'
        f' style:font-name="{font}" fo:font-family="{font}" fo:font-size="10pt"'
        f' fo:language="{spec.language}" fo:country="{_COUNTRIES[spec.language]}"'
        ' fo:hyphenate="true" fo:hyphenation-remain-char-count="2"'
        ' fo:hyphenation-push-char-count="2"/></style:default-style>'
    )
    for name, paragraph, size in (
        ("Title", 'fo:text-align="center" fo:margin-bottom="0.5cm"', 17),
        ("Heading", 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"', 13),
        ("Text", f'fo:text-align="justify" fo:margin-bottom="{below}" {indent}', 10),
        ("Quotations", 'fo:text-align="justify" fo:margin="0.3cm" fo:margin-left="0.8cm"', 10),
        ("Caption", 'fo:margin-bottom="0.4cm"', 9),
        ("Footnote", 'fo:text-align="justify"', 8),
        ("Header", 'fo:text-align="center"', 9),
    ):  # fmt: skip
        yield (
            f'<style:style style:name="{name}" style:family="paragraph">'
            f"<style:paragraph-properties {paragraph}/>"
            f'<style:text-properties fo:font-size="{size}pt"/></style:style>'
        )


def _office_part(part: Part) -> str:
    styles = {"quotation": "Quotations", "caption": "Caption", "heading": "Heading"}
    style = styles.get(part.kind, "Text")
    words = " ".join(
        escape(sentence) + (_office_note(part.notes[at]) if at in part.notes else "")
        for at, sentence in enumerate(part.sentences)
    )
    if part.kind == "heading":
        return f'<text:h text:style-name="{style}" text:outline-level="1">{words}</text:h>'
    figure = ""
    if part.kind == "caption":
        figure = (
            '<text:p><draw:rect draw:style-name="Frame" text:anchor-type="as-char" svg:width="4cm"'
            ' svg:height="2cm"/></text:p>'
        )
    return f'{figure}<text:p text:style-name="{style}">{words}</text:p>'


def _office_note(words: str) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation/><text:note-body>'
        f'<text:p text:style-name="Footnote">{escape(words)}</text:p></text:note-body></text:note>'
    )
