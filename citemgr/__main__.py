"""`python -m citemgr` is `citemgr`."""

from citemgr.cli import main

if __name__ == "__main__":
    main(prog_name="citemgr")
