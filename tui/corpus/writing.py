"""An article as a Markdown file with front matter: what the reader of Markdown reads back."""

import re
import unicodedata

from tui.corpus.article import Article, Block

_LONGEST_NAME = 50
_LINE_ENDS = re.compile("[ \t]*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+[ \t]*")
_MARKS = {"headline": "# ", "heading": "## "}


def as_markdown(article: Article) -> str:
    """The text of a Markdown file that holds `article`: a block a paragraph, in the article's own words."""
    import yaml

    fields = {
        "title": article.title if article.title_from != "file" else None,
        "source": article.source,
        "author": article.author,
        "date": article.date,
        "url": article.url,
        "language": article.language,
    }
    told = {field: value for field, value in fields.items() if value}
    front = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000) if told else ""
    body = "\n\n".join(_marked(block, article.text) for block in article.blocks)
    return f"---\n{front}---\n\n{body}\n"


def file_name(article: Article) -> str:
    """What a file of `article` is called, without suffix: its date and the first words of its title."""
    plain = unicodedata.normalize("NFKD", article.title.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", letters)
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= _LONGEST_NAME:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST_NAME]
    return "-".join(part for part in (article.date, slug or "article") if part)


def _marked(block: Block, text: str) -> str:
    words = _LINE_ENDS.sub(" ", text[block.start : block.end])
    return _MARKS.get(block.kind, "") + words
