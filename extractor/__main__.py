"""`python -m extractor` is `kehoach`."""

from extractor.cli import main

if __name__ == "__main__":
    main()
