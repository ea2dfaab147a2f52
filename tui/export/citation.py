"""Citations of articles and passages: Chicago (notes), APA 7, plain words; BibTeX and CSL-JSON for other programs.

What an article does not tell (author, source, date) is left out, or said to be missing where a style asks for that.
"""

import re
from typing import Any, Literal

from tui.corpus.article import Article
from tui.export.authors import Author, authors

CHICAGO_MOST = 3
"""Authors that a note names; of more it names the first."""

Style = Literal["chicago", "apa", "plain"]

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those with a backslash
    "}": r"\textbraceright{}",
    **{c: f"\\{c}" for c in "&%$#_"},
}
_BABEL = {"en": "english", "de": "ngerman"}
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
    written = [author.natural for author in authors(article.author)]
    if len(written) > CHICAGO_MOST:
        written = [f"{written[0]} et al."]
    by = (
        f"{', '.join(written[:-1])}{',' if len(written) > 2 else ''} and {written[-1]}"
        if written[1:]
        else "".join(written)
    )
    place = f"para. {block}" if block is not None else ""
    parts = [_line(article.source), _written(article.date), place, _line(article.url)]
    rest = ", ".join(part for part in parts if part)
    title = _line(article.title)
    told = ", ".join(part for part in (by, f"“{title},” {rest}" if rest else f"“{title}”") if part)
    if words:
        return _ended(f"{told}: {_quotation(words)}")
    return _ended(told)


def _apa(article: Article, words: str, block: int | None) -> str:
    written = [
        f"{author.family}, {author.initials}{f', {author.suffix}' if author.suffix else ''}"
        if author.given
        else author.family
        for author in authors(article.author)
    ]
    date = f"({_apa_date(article.date)})."
    title = _ended(_line(article.title))
    by = f"{', '.join(written[:-1])}, & {written[-1]}" if written[1:] else "".join(written)
    told = " ".join(
        filter(
            None,
            (
                f"{by} {date} {title}" if by else f"{title} {date}",
                _ended(_line(article.source)),
                _line(article.url),
            ),
        )
    )
    place = f" (para. {block})" if block is not None else ""
    return f"{_quotation(words)}{place} — {told}" if words else f"{told}{place}"


def _ended(sentence: str) -> str:
    """With a full stop, inside of a mark at the end, unless it has an end already."""
    if not sentence or sentence.rstrip("”’").endswith((".", "?", "!", "…")):
        return sentence
    return f"{sentence[:-1]}.”" if sentence.endswith("”") else f"{sentence}."


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
        "author": " and ".join(map(_bibtex_name, authors(article.author))),
        "title": f"{{{_latex(_line(article.title))}}}",
        "journal": _latex(_line(article.source)),
        "year": date[1] if date else "",
        "month": _MONTHS[int(date[2]) - 1][:3].lower() if date and _is_month(date[2]) else "",
        "day": str(int(date[3])) if date and date[3] else "",
        "url": _line(article.url).replace("{", "%7B").replace("}", "%7D"),
        "langid": _BABEL.get(_line(article.language)[:2].lower(), ""),
    }
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
        if value
    ]
    key = re.sub(r"[^A-Za-z0-9_:-]+", "-", article.id).strip("-")
    if key != article.id:  # two ids must not become one key
        key = f"{key or 'article'}-{article.sha256[:6]}"
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def csl(article: Article) -> dict[str, Any]:
    """A CSL-JSON item (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": _line(article.title)}
    names = authors(article.author)
    if names:
        item["author"] = [_csl_name(name) for name in names]
    date = _ISO.fullmatch(article.date or "")
    if date:
        item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part]]}
    told = {"container-title": article.source, "URL": article.url, "language": article.language}
    return item | {name: _line(value) for name, value in told.items() if value}


def _bibtex_name(author: Author) -> str:
    """A name with its parts apart; what is no person's stands in braces, so that it is not taken apart."""
    name = _latex(author.family_first)
    return name if author.given else f"{{{name}}}"


def _csl_name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.family}
    suffix = {"suffix": author.suffix} if author.suffix else {}
    return {"family": author.family, "given": author.given, **suffix}


def _is_month(told: str | None) -> bool:
    return told is not None and 1 <= int(told) <= 12


def _written(date: str | None) -> str:
    """`2024-04-02` as `April 2, 2024`; anything else as it is told."""
    found = _ISO.fullmatch(date or "")
    if not found or not _is_month(found[2]):
        return _line(date)
    month = _MONTHS[int(found[2]) - 1]
    return f"{month} {int(found[3])}, {found[1]}" if found[3] else f"{month} {found[1]}"


def _apa_date(date: str | None) -> str:
    """`2024-04-02` as `2024, April 2`; `n.d.` where none is told."""
    found = _ISO.fullmatch(date or "")
    if not found or not _is_month(found[2]):
        return _line(date) or "n.d."
    month = _MONTHS[int(found[2]) - 1]
    return f"{found[1]}, {month} {int(found[3])}" if found[3] else f"{found[1]}, {month}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in text)
