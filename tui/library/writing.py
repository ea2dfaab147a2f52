"""Write what was read into the database, a batch a transaction."""

import sqlite3
from collections.abc import Collection, Iterable

from tui.corpus.article import Article
from tui.corpus.problem import Problem
from tui.corpus.sources import Source
from tui.corpus.text import fold
from tui.library.changes import Known, file_key
from tui.library.finders import finders_version
from tui.library.gathering import TITLE, Gathered, leading_number, listed_words, passage_id

_PLACES = 24  # bits of `position` for the number of an article in its file
_ROW = (
    "title, title_from, publisher, author, date, url, language, characters, words, sha256, path, blocks, boilerplate,"
    " quotes, unknown, folded"
)
_INSERT = (
    f"INSERT INTO article (source, position, run, fingerprint, key, number, {_ROW})"
    f" VALUES ({', '.join('?' * (6 + _ROW.count(',') + 1))})"
)

_RENAMED = "instr(key, char(1))"  # an article whose id another has taken


class Writer:
    """Writes the articles of one refresh. `run` is its number; all in one transaction is the caller's business.

    An article that stood in the library before, by fingerprint, is taken over with its findings; what is left of a
    file's old articles when the file is done goes.
    """

    def __init__(self, connection: sqlite3.Connection, run: int) -> None:
        self._db = connection
        self._run = run
        self._generation = 0
        self._source: int | None = None
        self._ordinal = 0
        self._count = 0
        self._failed = self._broken = False
        self._replaced: list[int] = []
        self.changed = False

    def at(self, generation: int) -> None:
        """Write as of `generation` from here on. `changed` tells whether there is anything to be seen of that."""
        self._generation = generation
        self.changed = False

    def prepare(self, unread: Iterable[Known], gone: Collection[int]) -> None:
        """Mark the files that will be read again or are no more, so that their articles can be taken over.

        What another version of the finders found is marked as not to be taken over.
        """
        self._db.execute(
            "UPDATE article SET fingerprint = x'' WHERE source IN (SELECT id FROM source WHERE version <> ?)",
            (finders_version(),),
        )
        numbers = [(known.id,) for known in unread] + [(number,) for number in gone]
        self._db.executemany("UPDATE source SET complete = 0 WHERE id = ?", numbers)
        self.changed = bool(gone)

    def begin(self, ordinal: int, source: Source, known: Known | None) -> None:
        """From here on all articles are of `source`."""
        self.changed = True
        values = (file_key(source), ordinal, source.size, source.modified)
        if known is None:
            made = self._db.execute(
                "INSERT INTO source (path, ordinal, size, modified, sha256, version, complete)"
                " VALUES (?, ?, ?, ?, '', ?, 0)",
                (*values, finders_version()),
            )
            self._source = int(made.lastrowid or 0)
        else:
            self._source = known.id
            self._db.execute(
                "UPDATE source SET ordinal = ?, size = ?, modified = ?, version = ?, complete = 0 WHERE id = ?",
                (*values[1:], finders_version(), self._source),
            )
            self._db.execute("DELETE FROM problem WHERE source = ?", (self._source,))
        self._ordinal, self._count = ordinal, 0
        self._failed = self._broken = False

    def leave(self, ordinal: int, source: Source, known: Known | None, problem: Problem) -> None:
        """Keep what is known of a file that cannot be read now; the next refresh tries it again."""
        told = (problem.path, problem.line, problem.reason, problem.advice)
        if known is not None:
            asked = "SELECT path, line, reason, advice FROM problem WHERE source = ?"
            if ordinal != known.ordinal:
                self.move(known.id, ordinal)
            if self._db.execute(asked, (known.id,)).fetchall() == [told]:
                return
            self._db.execute("DELETE FROM problem WHERE source = ?", (known.id,))
            self._source = known.id
        else:
            self.begin(ordinal, source, None)
        self.changed = True
        self.problem(problem)

    def add(self, gathered: Gathered) -> None:
        """Write a new article with its findings. Where these failed it is not taken over by the next refresh."""
        self.changed = True
        self._failed = self._failed or gathered.failed is not None
        key = self._free(gathered.key, None, str(gathered.row[10]))
        made = self._db.execute(
            _INSERT,
            (
                self._source,
                self._position(),
                self._run,
                b"" if gathered.failed else gathered.fingerprint,
                key,
                leading_number(key),
                *gathered.row,
            ),
        )
        number = made.lastrowid
        many = self._db.executemany
        self._db.execute("INSERT INTO body VALUES (?, ?, ?)", (number, gathered.text, gathered.data))
        many(
            "INSERT INTO quote (article, kind, start, end, speaker, actor, text, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *row) for row in gathered.quotes],
        )
        many(
            "INSERT INTO member (article, name, type, data) VALUES (?, ?, ?, ?)",
            [(number, *row) for row in gathered.members],
        )
        many(
            "INSERT OR IGNORE INTO passage (id, field, generation, folded) VALUES (?, ?, ?, ?)",
            [(passage, field, self._generation, folded) for passage, field, folded in gathered.passages],
        )
        many(
            "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?)",
            [(number, *place) for place in gathered.places],
        )
        for old in self._replaced:  # none can take it over, and a list would show both until the file is read
            self.forget("id = ?", (old,))
        self._replaced.clear()

    def keep(self, article: Article, print_: bytes) -> bool:
        """Take over the article with this fingerprint, as `article` is called now. False where there is none left."""
        found = self._db.execute(
            "SELECT a.id FROM article a JOIN source s ON s.id = a.source"
            " WHERE a.fingerprint = ? AND a.run <> ? AND s.complete = 0 ORDER BY s.id = ? DESC, a.position LIMIT 1",
            (print_, self._run, self._source),
        ).fetchone()
        if found is None:
            return False
        self.changed = True
        key = self._free(article.id, found[0], article.path)
        self._db.execute(
            "UPDATE article SET source = ?, position = ?, run = ?, key = ?, number = ?, path = ?, title = ?, folded = ?"
            " WHERE id = ?",
            (
                *(self._source, self._position(), self._run, key, leading_number(key)),
                *(article.path, article.title, listed_words(article), found[0]),
            ),
        )
        if article.title_from == "file":
            self._retitle(found[0], article)
        return True

    def _retitle(self, number: int, article: Article) -> None:
        """Let an article be found by its file's new name."""
        folded = fold(article.title)
        passage = passage_id(TITLE, folded)
        where = "WHERE article = ? AND field = ?"
        old = [row[0] for row in self._db.execute(f"SELECT passage FROM place {where}", (number, TITLE))]
        self._db.execute(
            "INSERT OR IGNORE INTO passage (id, field, generation, folded) VALUES (?, ?, ?, ?)",
            (passage, TITLE, self._generation, folded),
        )
        self._db.execute(f"UPDATE place SET passage = ? {where}", (passage, number, TITLE))
        self.abandon(old)

    def problem(self, found: Problem) -> None:
        """Write down what was wrong with the source at hand."""
        self.changed = True
        self._broken = self._broken or found.passing
        self._db.execute(
            "INSERT INTO problem (source, path, line, reason, advice, skipped) VALUES (?, ?, ?, ?, ?, ?)",
            (self._source, found.path, found.line, found.reason, found.advice, found.skipped),
        )

    def end(self, sha256: str) -> None:
        """The source at hand is read to its end: its old articles that were not seen again go.

        Where findings failed it stays incomplete, so that the next refresh tries them again. So it does where a part
        of it could not be read, and then its old articles stay as well.
        """
        self.changed = True
        if self._broken:
            self.forget(f"source = ? AND run <> ? AND {_RENAMED}", (self._source, self._run))
        else:
            self.forget("source = ? AND run <> ?", (self._source, self._run))
        self._db.execute(
            "UPDATE source SET sha256 = ?, complete = ? WHERE id = ?",
            (sha256, int(not (self._failed or self._broken)), self._source),
        )

    def touch(self, ordinal: int, source: Source, known: Known) -> None:
        """The bytes of `source` are as they were: only its size, time and place in the corpus are written."""
        self._db.execute(
            "UPDATE source SET size = ?, modified = ?, complete = 1 WHERE id = ?",
            (source.size, source.modified, known.id),
        )
        if ordinal != known.ordinal:
            self.move(known.id, ordinal)

    def move(self, source: int, ordinal: int) -> None:
        """Give an unchanged file another place in the order of the corpus."""
        self.changed = True
        self._db.execute("UPDATE source SET ordinal = ? WHERE id = ?", (ordinal, source))
        self._db.execute(
            f"UPDATE article SET position = (? << {_PLACES}) | (position & {(1 << _PLACES) - 1}) WHERE source = ?",
            (ordinal, source),
        )

    def drop(self, sources: Iterable[int]) -> None:
        """Forget files that are no more, with their articles."""
        for source in sources:
            self.forget("source = ?", (source,))
            self._db.execute("DELETE FROM source WHERE id = ?", (source,))

    def forget(self, where: str, values: tuple[int | None, ...]) -> None:
        """Delete articles with all that was found in them, and note which passages stand nowhere any longer."""
        articles = [row[0] for row in self._db.execute(f"SELECT id FROM article WHERE {where}", values)]
        for article in articles:
            passages = [
                row[0] for row in self._db.execute("SELECT passage FROM place WHERE article = ?", (article,))
            ]
            self._db.execute("DELETE FROM article WHERE id = ?", (article,))
            self.abandon(passages)

    def abandon(self, passages: Iterable[int]) -> None:
        """Delete those of `passages` that stand nowhere, for the search index to forget."""
        for passage in dict.fromkeys(passages):
            held = "SELECT 1 FROM place WHERE passage = ? UNION ALL SELECT 1 FROM actor WHERE passage = ?"
            if self._db.execute(held, (passage, passage)).fetchone() is None:
                self._db.execute("DELETE FROM passage WHERE id = ?", (passage,))
                self._db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (passage, self._generation))

    def _position(self) -> int:
        self._count += 1
        return self._ordinal << _PLACES | self._count

    def _free(self, key: str, own: int | None, path: str) -> str:
        """`key`, or with `~2`, `~3`… where an article that stays has it. One that will be read again makes room."""
        wanted, copy = key, 1
        while True:
            held = self._db.execute(
                "SELECT a.id, a.run, a.source, s.complete, a.fingerprint"
                " FROM article a JOIN source s ON s.id = a.source WHERE a.key = ?",
                (wanted,),
            ).fetchone()
            if held is None or held[0] == own:
                break
            if held[1] != self._run and (held[2] == self._source or not held[3]):
                self._db.execute("UPDATE article SET key = key || char(1) || id WHERE id = ?", (held[0],))
                if not held[4]:
                    self._replaced.append(held[0])
                break
            copy += 1
            wanted = f"{key}~{copy}"
        if copy > 1:
            reason = f"another article has the id {key}: this one is {wanted}"
            self.problem(Problem(path, None, reason, "give it an id of its own", skipped=False))
        return wanted
