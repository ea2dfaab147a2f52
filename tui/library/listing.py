"""The list of articles: its orders and its filter, as SQL over `TOLD`; and copies below what they tell again."""

from collections.abc import Collection, Iterable

TOLD = "article LEFT JOIN (SELECT key AS told_of, value AS told FROM json_each(?)) ON told_of = article.key"
"""Articles with the dates that the reader told of them: a JSON object, by id, is its value."""
DATE = "coalesce(told,date)"
"""The date of an article of `TOLD`."""

SORTS: dict[str, str] = {
    "path": "position",
    "title": "title COLLATE NOCASE, position",
    "date": f"{DATE} IS NULL, {DATE}, position",
    "source": "publisher IS NULL, publisher COLLATE NOCASE, position",
    "author": "author IS NULL, author COLLATE NOCASE, position",
    "words": "words, position",
    "quotes": "quotes, position",
    "unknown": "unknown, position",
}
"""Orders of the list by name, smallest first; what is not told stands last."""

_FIELDS = {
    "source": "publisher",
    "author": "author",
    "date": DATE,
    "language": "language",
    "title": "title",
}


def ordered(sort: str) -> str:
    """The ORDER BY of `sort`; a leading `-` turns its first column round. What is no order gives that of the corpus."""
    name = sort.removeprefix("-")
    order = SORTS.get(name, SORTS["path"])
    if not sort.startswith("-"):
        return order
    columns = order.split(", ")
    turn = 1 if columns[0].endswith("IS NULL") else 0
    columns[turn] += " DESC"
    return ", ".join(columns)


def filtered(text: str) -> tuple[str, list[str]]:
    """The WHERE of a filter and its values. Each word must stand in what a row tells, whatever its case and accents."""
    from tui.corpus.text import fold

    conditions: list[str] = []
    values: list[str] = []
    for word in text.split():
        wanted = word.removeprefix("!")
        field, colon, value = wanted.partition(":")
        if colon and field in _FIELDS:
            if not value:
                continue
            condition = f"coalesce({_FIELDS[field]}, '') LIKE ? ESCAPE '\\'"
        elif wanted:
            value, condition = fold(wanted), "folded || ' ' || coalesce(told, '') LIKE ? ESCAPE '\\'"
        else:
            continue
        conditions.append(f"NOT {condition}" if word.startswith("!") else condition)
        values.append("%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), values


def grouped(rows: Iterable[tuple[int, str, int | None]], unfolded: Collection[str]) -> list[int]:
    """The numbers of rows (number, id, number of the one whose text it tells again), copies below their firsts.

    Copies of those that are not `unfolded` (ids) are left out.
    """
    rows = list(rows)
    listed = {number for number, _, _ in rows}
    below: dict[int, list[int]] = {}
    for number, _, first in rows:
        if first in listed:
            below.setdefault(first, []).append(number)
    found: list[int] = []
    for number, key, first in rows:
        if first not in listed:
            found.append(number)
            found += below.get(number, ()) if key in unfolded else ()
    return found
