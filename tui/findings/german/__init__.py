"""The grammar of German findings: verb-second and verb-final clauses, verbs that part, Konjunktiv I.

The words themselves are lists: `findings/language/german/`. German has no events yet.
"""

from tui.findings.german.actors import find_actors
from tui.findings.german.dates import find_dates
from tui.findings.german.quotes import find_quotes

__all__ = ["find_actors", "find_dates", "find_quotes"]
