"""A passage with its citation, to be pasted elsewhere."""

from tui.app.text import plain
from tui.corpus.article import Article


def cited(article: Article, words: str, number: int | None, speaker: str | None = None) -> str:
    """The exact words in quotation marks; who spoke them, title, author, source, date, paragraph and address."""
    told = [plain(article.author)] if article.author else []
    told.append(f"“{plain(article.title)}”")
    told += [plain(part) for part in (article.source, article.date) if part]
    if number is not None:
        told.append(f"paragraph {number}")
    if article.url:
        told.append(plain(article.url))
    by = f" — {plain(speaker)}" if speaker else ""
    return f"“{words.strip()}”{by} ({', '.join(told)})"
