"""Words that carry meaning, language by language: negations, quantifiers, modals and the rest.

A language is one file of this folder with one `Language` in it, and one line in `LANGUAGES`.
"""

from citemgr.checking.languages.de import GERMAN
from citemgr.checking.languages.en import ENGLISH
from citemgr.checking.languages.es import SPANISH
from citemgr.checking.languages.fr import FRENCH
from citemgr.checking.languages.it import ITALIAN
from citemgr.checking.languages.language import Language, guess_language
from citemgr.checking.languages.ru import RUSSIAN

LANGUAGES: dict[str, Language] = {
    each.code: each for each in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, RUSSIAN)
}

__all__ = ["LANGUAGES", "Language", "guess_language"]
