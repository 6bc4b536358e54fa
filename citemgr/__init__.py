"""citemgr: quotations, references and the links between them, found in a document and checked."""

__version__ = "0.1.0"
