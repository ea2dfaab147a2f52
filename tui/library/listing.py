"""The list of articles: its orders and its filter, as SQL over `TOLD`; and copies below what they tell again."""

from collections.abc import Collection, Mapping, Sequence

from tui.library.rows import Ask

TOLD = "article LEFT JOIN (SELECT key AS told_of, value AS told FROM json_each(?)) ON told_of = article.key"
"""Articles with the dates that the reader told of them: a JSON object, by id, is its value."""
UNTOLD = "(SELECT NULL AS told, * FROM article)"
"""Articles of which the reader told no date: their order is often read from an index alone."""
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


def listed(
    ask: Ask,
    sort: str,
    filter: str,  # noqa: A002 - what it is called everywhere
    dates: Mapping[str, str],
    unfolded: Collection[str] | None,
) -> Sequence[int]:
    """The numbers of the articles of a list, in its order; what is given is told by `Library.rows`."""
    condition, values = filtered(filter)
    told = [_json(dict(dates))] if dates else []
    sql = f"SELECT id FROM {TOLD if dates else UNTOLD} {condition} ORDER BY {ordered(sort)}"
    numbers = [number for (number,) in ask(sql, (*told, *values))]
    if unfolded is None:
        return numbers
    copies: dict[int, int] = dict(ask("SELECT id, copy_of FROM article WHERE copy_of IS NOT NULL", ()))
    firsts: Sequence[tuple[int]] = ()
    if unfolded:
        keys = _json(sorted(unfolded))
        firsts = ask("SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    return grouped(numbers, copies, {number for (number,) in firsts})


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


def grouped(numbers: Sequence[int], copies: Mapping[int, int], unfolded: Collection[int]) -> Sequence[int]:
    """The numbers of articles, with copies below their firsts; `copies` tells the number of the first by a copy's.

    Copies of those that are not `unfolded` are left out, where the first is listed.
    """
    if not copies:
        return numbers
    listed = set(numbers)
    below: dict[int, list[int]] = {}
    for number in numbers:
        if copies.get(number) in listed:
            below.setdefault(copies[number], []).append(number)
    found: list[int] = []
    for number in numbers:
        if copies.get(number) not in listed:
            found.append(number)
            found += below.get(number, ()) if number in unfolded else ()
    return found


def _json(value: object) -> str:
    import json  # a list whose order and copies nobody changed needs none

    return json.dumps(value)
