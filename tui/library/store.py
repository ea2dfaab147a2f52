"""One library's database: opened, made, set aside where it is damaged, in memory where no folder can be had."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tui.corpus.text import fold
from tui.library import schema

FILE = "library.sqlite"

_BUSY_SECONDS = 20.0
_CACHE_KB = (
    500  # of each connection: there is one a thread, and the system keeps the pages of the file as well
)
_SEARCHERS_CACHE_KB = 2000
_WRITERS_CACHE_KB = 32_000
_TURN_SECONDS = 0.02
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether `error` tells that the file is no whole database of this program."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    told = str(error)
    otherwise = code == sqlite3.SQLITE_ERROR and ("no such" in told or "malformed" in told)
    return code in _DAMAGED or otherwise or "decode" in told


def is_busy(error: sqlite3.Error) -> bool:
    """Whether `error` tells that others held the database for too long."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_unwritable(error: Exception) -> bool:
    """Whether `error` tells that the folder takes no writing: read-only, full, or gone."""
    return isinstance(error, OSError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNWRITABLE


class Store:
    """Connections to one database, one a thread. `folder` is None where it is held in memory only.

    `notices` are sentences for the reader: what was mended, and why nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.read_only = False
        self._local = threading.local()
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._epoch = 0
        self._memory: sqlite3.Connection | None = None
        self._lock = threading.RLock()
        self._opening = threading.Lock()
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self.forget_folder(f"{folder} cannot be made ({error.strerror})")
        try:
            self._prepare_in_turn()
        except (sqlite3.Error, OSError) as error:
            self._recover(error)

    def connection(self) -> sqlite3.Connection:
        """Give this thread its connection. In memory all threads share one, which SQLite serialises."""
        memory = self._memory
        if memory is not None:
            return memory
        known: tuple[int, sqlite3.Connection] | None = getattr(self._local, "known", None)
        if known is not None and known[0] == self._epoch:
            return known[1]
        connection = self._connect()
        self._local.known = (self._epoch, connection)
        return connection

    def make_room(self) -> None:
        """Let this thread's connection keep more of the database: much is going to be written."""
        self.connection().execute(f"PRAGMA cache_size = -{_WRITERS_CACHE_KB}")

    def make_room_for_searches(self) -> None:
        """Let this thread's connection keep what one letter after the other asks for."""
        connection = self.connection()
        if getattr(self._local, "searching", None) is not connection:
            connection.execute(f"PRAGMA cache_size = -{_SEARCHERS_CACHE_KB}")
            self._local.searching = connection

    def give_back_room(self) -> None:
        """Let go of what this thread's connection keeps: it will not be asked for long."""
        with contextlib.suppress(sqlite3.Error):
            connection = self.connection()
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            connection.execute("PRAGMA shrink_memory")
            self._local.searching = None

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is kept when the block ends and undone when it raises. Other writers wait for it."""
        connection = self.connection()
        with self._lock:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def set_aside(self, reason: str = "the library was damaged") -> None:
        """Delete a database that is of no use and begin an empty one; says so in `notices`."""
        with self._lock:
            self.close()
            if self.folder is not None:
                for path in self.folder.glob(FILE + "*"):
                    path.unlink(missing_ok=True)
                import shutil

                for path in self.folder.glob("search-*"):
                    shutil.rmtree(path, ignore_errors=True)
            self.notices.append(f"{reason}, and is made anew from the articles")
            self._prepare()

    def forget_folder(self, reason: str) -> None:
        """Go on in memory, with what the folder held as far as it can be read; says so in `notices`."""
        with self._lock:
            old = None
            if self.folder is not None:
                with contextlib.suppress(sqlite3.Error):
                    old = sqlite3.connect(
                        f"file:{self.folder / FILE}?mode=ro", uri=True, check_same_thread=False
                    )
            self.close()
            self.folder = None
            self.read_only = False
            self._prepare()
            if old is not None and self._memory is not None:
                with contextlib.suppress(sqlite3.Error):
                    if old.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION:
                        old.backup(self._memory)
                old.close()
            self.notices.append(f"the library is kept in memory only, and made anew each time: {reason}")

    def size(self) -> int:
        """Bytes of the database."""
        pages, page = (
            self.connection().execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        return int(pages * page)

    def close(self) -> None:
        """Close this thread's connection and those of threads that ended; the next `connection()` opens a new one.

        A connection that another thread may be reading from is left to that thread, which lets go of it when it next
        asks for one or ends: SQLite must not be closed under a reader.
        """
        with self._lock:
            self._epoch += 1
            self._memory = None
            with self._opening:
                self._close_unused()

    def _connect(self) -> sqlite3.Connection:
        if self.folder is None:
            target, uri = ":memory:", False
        elif self.read_only:
            target, uri = f"file:{self.folder / FILE}?mode=ro&immutable=1", True
        else:
            target, uri = str(self.folder / FILE), False
        connection = sqlite3.connect(
            target,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            uri=uri,
            cached_statements=256,
        )
        if self.folder is not None:
            self._keep(connection)
        connection.create_function("fold", 1, _folded, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection

    def _keep(self, connection: sqlite3.Connection) -> None:
        """Keep this thread's connection, and close those of threads that ended, which Python may never do."""
        with self._opening:  # not `_lock`: who reads waits for nobody who writes
            self._close_unused()
            self._open[threading.current_thread()] = connection

    def _close_unused(self) -> None:
        """Close what no other thread can be reading from."""
        mine = threading.current_thread()
        for thread in [thread for thread in self._open if thread is mine or not thread.is_alive()]:
            with contextlib.suppress(sqlite3.Error):
                self._open.pop(thread).close()

    def _prepare_in_turn(self) -> None:
        """Prepare, and wait for another process that is laying the schema: SQLite itself does not wait for that."""
        until = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                return self._prepare()
            except sqlite3.OperationalError as error:
                if not is_busy(error) or time.monotonic() > until:
                    raise
                time.sleep(_TURN_SECONDS)

    def _prepare(self) -> None:
        """Connect, and lay the schema where there is none."""
        connection = self._connect()
        if connection.execute("PRAGMA user_version").fetchone()[0] != schema.VERSION:
            if self.read_only:
                raise schema.AnotherVersion
            schema.lay(connection)
        if self.folder is None:
            self._memory = connection
            return
        connection.execute("SELECT value FROM meta LIMIT 1").fetchall()
        if not self.read_only:
            connection.execute("PRAGMA synchronous = NORMAL")
        self._local.known = (self._epoch, connection)

    def _recover(self, error: Exception) -> None:
        """Open what can be opened: read-only, anew, or in memory."""
        if is_unwritable(error) and self.folder is not None:
            if (self.folder / FILE).is_file() and not self.read_only:
                self.close()
                self.read_only = True
                try:
                    self._prepare()
                except (sqlite3.Error, OSError) as again:
                    self.forget_folder(str(again))
                return
            self.forget_folder(f"{self.folder} cannot be written to ({error})")
            return
        if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
            self.forget_folder(str(error))
            return
        try:
            if isinstance(error, schema.AnotherVersion):
                self.set_aside("the library was made by another version of this program")
            else:
                self.set_aside()
        except (sqlite3.Error, OSError) as again:
            self.forget_folder(str(again))


def _folded(text: str | None) -> str | None:
    """Corpus text as it is matched; what is not told stays so."""
    return None if text is None else fold(text)
