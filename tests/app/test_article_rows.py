"""How articles stand in the list, drawn without an app."""

from pathlib import Path

from tui.app.article_rows import ArticleDrawing
from tui.app.look import Look
from tui.library.build import refresh
from tui.library.library import Library
from tui.settings.settings import Settings
from tui.settings.themes import load_themes

LONG = "The Harbour Council Weighs Whether the Old Bridge Can Carry the New Trams"


def drawn(folder: Path) -> tuple[str, str]:
    """The head of the list and its first row, 80 columns wide."""
    library = Library.open([folder])
    refresh(library)
    rows = library.rows()
    look = Look(load_themes().themes["dark"], Settings())
    drawing = ArticleDrawing(look)
    drawing.suit(rows)
    texts = [
        "".join(segment.text for segment in segments)
        for segments in (drawing.names(80), drawing.row(rows[0], 0, 80, look.inks.page))
    ]
    library.close()
    return texts[0], texts[1]


def test_where_no_article_tells_source_or_date_the_titles_have_their_room(tmp_path: Path) -> None:
    (tmp_path / "001.txt").write_text(f"{LONG}\n\nIt met on Monday, and it talked until late at night.\n")
    head, row = drawn(tmp_path)
    assert "source" not in head
    assert "date" not in head
    assert LONG[:45] in row
    assert len(row) <= 80


def test_one_article_that_tells_them_brings_the_columns_back(tmp_path: Path) -> None:
    (tmp_path / "001.txt").write_text(f"{LONG}\n\nIt met on Monday, and it talked until late at night.\n")
    (tmp_path / "002.md").write_text("---\nsource: The Coast Courier\ndate: 2024-03-04\n---\nIt met again.\n")
    head, row = drawn(tmp_path)
    assert head.split() == ["#", "title", "source", "date", "words", "quotes"]
    assert LONG[:45] not in row
