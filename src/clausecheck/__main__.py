"""`python -m clausecheck`."""

from clausecheck.cli import main

if __name__ == "__main__":
    main()
