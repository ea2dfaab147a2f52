"""`python -m tui` is `corpus-tui`."""

from tui.cli.main import main

if __name__ == "__main__":
    main()
