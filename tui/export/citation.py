"""Citations of articles and passages: Chicago (notes), APA 7, plain words; BibTeX and CSL-JSON for other programs.

What an article does not tell (author, source, date) is left out, or said to be missing where a style asks for that.
"""

import re
from typing import Any, Literal

from tui.corpus.article import Article

Style = Literal["chicago", "apa", "plain"]

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "&%$#_{}"},
}
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def cite(article: Article, style: Style, *, words: str = "", block: int | None = None) -> str:
    """A citation of `article`; of a passage where its words, or the number of its block (¶), are given."""
    if style == "apa":
        return _apa(article, words, block)
    if style == "chicago":
        return _chicago(article, words, block)
    return _plain(article, words, block)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _quotation(words: str) -> str:
    """Words in double marks, the marks inside them made single."""
    inner = _line(words).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}”"


def _chicago(article: Article, words: str, block: int | None) -> str:
    parts = [
        _line(article.author),
        f"“{_line(article.title)},”",
        _line(article.source),
        _written(article.date),
    ]
    parts.append(_line(article.url))
    told = ", ".join(part for part in parts if part).replace(",”,", ",”")
    told += f", para. {block}" if block is not None else ""
    if words:
        return f"{told}: {_quotation(words)}."
    return f"{told[:-2]}.”" if told.endswith(",”") else f"{told}."


def _apa(article: Article, words: str, block: int | None) -> str:
    authors = [_initials(name) for name in _authors(article.author)]
    date = _apa_date(article.date)
    title = _line(article.title).rstrip(".")
    head = f"{', & '.join(authors)} ({date}). {title}." if authors else f"{title}. ({date})."
    told = " ".join(
        part
        for part in (head, f"{_line(article.source)}." if article.source else "", _line(article.url))
        if part
    )
    place = f" (para. {block})" if block is not None else ""
    return f"{_quotation(words)}{place} — {told}" if words else f"{told}{place}"


def _plain(article: Article, words: str, block: int | None) -> str:
    told = [article.author, article.title, article.source, article.date, article.url]
    place = f"{article.id}:{block}" if block is not None else article.id
    source = ", ".join(_line(part) for part in told if part)
    return f"{_quotation(words)} ({source}; {place})" if words else f"{source} ({place})"


def bibtex(article: Article) -> str:
    """A BibTeX entry: `@article` where a source is told, else `@misc`."""
    kind = "article" if article.source else "misc"
    date = _ISO.fullmatch(article.date or "")
    fields = {
        "author": " and ".join(_family_first(name) for name in _authors(article.author)),
        "title": f"{{{_latex(_line(article.title))}}}",
        "journal": _latex(_line(article.source)),
        "year": date[1] if date else "",
        "month": str(int(date[2])) if date and date[2] else "",
        "day": str(int(date[3])) if date and date[3] else "",
        "url": _line(article.url),
        "langid": _line(article.language),
    }
    fields["author"] = _latex(fields["author"])
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9_:-]+", "-", article.id).strip("-") or "article"
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def csl(article: Article) -> dict[str, Any]:
    """A CSL-JSON item (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": _line(article.title)}
    names = [_family_first(name).split(", ", 1) for name in _authors(article.author)]
    if names:
        item["author"] = [
            {"family": name[0], "given": name[1]} if len(name) == 2 else {"literal": name[0]}
            for name in names
        ]
    date = _ISO.fullmatch(article.date or "")
    if date:
        item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part]]}
    told = {"container-title": article.source, "URL": article.url, "language": article.language}
    return item | {name: _line(value) for name, value in told.items() if value}


def _authors(told: str | None) -> list[str]:
    return [name for part in re.split(r"\s*;\s*|\s+(?:and|&)\s+", _line(told)) if (name := part.strip())]


def _family_first(name: str) -> str:
    """`Jo Brandt` as `Brandt, Jo`; a name with a comma, or of one word, as it is."""
    given, _, family = name.rpartition(" ")
    return name if "," in name or not given else f"{family}, {given}"


def _initials(name: str) -> str:
    family, comma, given = _family_first(name).partition(", ")
    return f"{family}, {' '.join(f'{part[0]}.' for part in given.split())}" if comma else family


def _written(date: str | None) -> str:
    """`2024-04-02` as `April 2, 2024`; anything else as it is told."""
    found = _ISO.fullmatch(date or "")
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return _line(date)
    month = _MONTHS[int(found[2]) - 1]
    return f"{month} {int(found[3])}, {found[1]}" if found[3] else f"{month} {found[1]}"


def _apa_date(date: str | None) -> str:
    """`2024-04-02` as `2024, April 2`; `n.d.` where none is told."""
    found = _ISO.fullmatch(date or "")
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return _line(date) or "n.d."
    month = _MONTHS[int(found[2]) - 1]
    return f"{found[1]}, {month} {int(found[3])}" if found[3] else f"{found[1]}, {month}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in text)
