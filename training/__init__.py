"""What trains the sequence model of `citemgr.references`; nothing of it is installed."""
