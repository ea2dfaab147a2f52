"""Read a corpus of news articles in a terminal: who said what, where the accounts differ, where it says so."""

__version__ = "0.1.0"
