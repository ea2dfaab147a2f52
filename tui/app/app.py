"""The app: it holds what its screens share, and opens them. Wiring only."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.events import Event
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme as TextualTheme

from tui.app.background import Background
from tui.app.collecting import put_off_until_rest
from tui.app.comparing import Comparing
from tui.app.differing import FEW, Differing
from tui.app.inks import ink_names
from tui.app.keys import Keys
from tui.app.look import Look
from tui.app.noted import Noted
from tui.app.profiles import Profiles
from tui.app.reading_in import ReadingIn
from tui.app.remembering import Remembering
from tui.app.screens.base import CorpusScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.terminal.display import TerminalApp
from tui.app.terminal.first_screen import Shown
from tui.app.text import plain
from tui.corpus.article import Article
from tui.errors import CorpusError
from tui.library.library import Library
from tui.settings.settings import Settings
from tui.settings.themes import Theme, load_theme, load_themes

if TYPE_CHECKING:
    from tui.app.playing import Player, Recorder
    from tui.app.terminal.session import KeptSearch
    from tui.findings.findings import Findings

T = TypeVar("T")


class CorpusApp(TerminalApp):
    """The program on a terminal, over one library."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []
    AUTO_FOCUS = ""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        *,
        corpus_name: str,
        keys: Keys | None = None,
        fresh: bool = False,
        shown: Shown | None = None,
    ) -> None:
        super().__init__(low_bandwidth=settings.low_bandwidth, shown=shown)
        self.animation_level = "none"
        self.library = library
        self.settings = settings
        self.corpus_name = corpus_name
        self.keys = keys or Keys()
        self.reading_in = ReadingIn(
            library, settings.jobs, self._work_told, self._work_done, watch=settings.watch
        )
        self.look = Look(load_theme(settings.theme), settings)
        self.wear(self.look.theme)
        self.searches: list[str] = []
        self.ended: dict[str, KeptSearch] = {}
        self.noted = Noted(library, metonyms=settings.metonyms)
        self.article = lru_cache(maxsize=64)(self.noted.article)
        self.comparing = Comparing(library, self.noted)
        self.differing = Differing()
        self.background = Background(self.in_app)
        self.profiles = Profiles(
            self.background,
            self.comparing.sourcing,
            self._show_profiles,
            self.set_timer,
        )
        self.findings = lru_cache(maxsize=32)(self._findings)
        self.short = lru_cache(maxsize=256)(self._short)
        self.remembering = Remembering(self, fresh=fresh)
        self.remembering.wear()
        self.player: Player | None = None
        self.recorder: Recorder | None = None

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        return ReadingScreen(self)

    @property
    def reading_screen(self) -> ReadingScreen:
        """The screen under all others."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)  # noqa: S101 - it is the default screen
        return screen

    # What is new in the corpus.

    def on_ready(self) -> None:
        """The first frame is drawn: now there is time to look for what is new."""
        if not self.is_headless:
            put_off_until_rest()
        self.call_after_refresh(self.read_notes)
        if self.player is not None:
            self.call_after_refresh(self.player.begin)
        if self.settings.watch or not self.library.rows():
            self.call_after_refresh(self.reading_in.begin)
        else:
            self.call_after_refresh(self._compare)

    async def on_event(self, event: Event) -> None:
        """Write keys down, where that is wanted."""
        if self.recorder is not None and not event.is_forwarded:
            screen = self.screen_stack[-1] if self.screen_stack else None
            self.recorder.take(event, typing=isinstance(screen, CorpusScreen) and screen.prompting)
        await super().on_event(event)

    def post_display_hook(self) -> None:
        """What is on the screen has changed, and with it perhaps what is worth coming back to."""
        self.remembering.soon()

    def exit(self, *told: Any, **how: Any) -> None:
        """Keep what lies open, and leave."""
        self.remembering.now()
        super().exit(*told, **how)

    def _work_told(self, sentence: str) -> None:
        self.in_app(self._show_work, self.keys.spelled("list", sentence))

    def _work_done(self, notice: str, changed: bool) -> None:
        self.in_app(self._finish_work if changed else self._finish_looking, notice)

    def _show_work(self, sentence: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, CorpusScreen):
                screen.status.tell_work(sentence)
        if sentence:
            self.reading_screen.came_in()
        if isinstance(self.screen, CorpusScreen) and self.screen.place == "search":
            self.screen.came_in()

    def _finish_work(self, notice: str) -> None:
        self._show_work("")
        self.article.cache_clear()
        self.findings.cache_clear()
        self.comparing.forget()
        self.profiles.forget()
        self.noted.forget()
        self.read_notes()
        self.short.cache_clear()
        self.reading_screen.reload()
        self._compare()
        if isinstance(self.screen, CorpusScreen):
            self.screen.came_in()
        if notice:
            self.reading_screen.say(notice, warning=True)

    def _finish_looking(self, notice: str) -> None:
        """Nothing is new."""
        self._show_work("")
        if not self.library.rows():
            self.reading_screen.reload()
        self._compare()
        if notice:
            self.reading_screen.say(notice, warning=True)

    def _compare(self) -> None:
        """Look, in the background, for what accounts tell differently, where that is soon done."""
        if not 1 < len(self.library.rows()) <= FEW:
            return
        self.background.do("differing", self.comparing.differences, self._show_differing)

    def _show_differing(self, problem: str) -> None:
        if not problem:
            self.differing = Differing(self.comparing.differences())
            self.reading_screen.show_differing()

    def _show_profiles(self) -> None:
        self.reading_screen.show_profiles()

    def read_notes(self) -> None:
        """Read the reader's book in the background, and show what is marked."""
        self.background.do("notes", self.noted.read, self._show_notes)

    def _show_notes(self, problem: str) -> None:
        if not problem:
            if self.noted.has_corrections:
                self._forget_articles()
            self.reading_screen.show_noted()
            problem = self.noted.warning()
        if problem:
            self.reading_screen.say(plain(problem), warning=True)

    def _forget_articles(self) -> None:
        """Articles and findings are read anew when they are next asked for, and shown where they lie open."""
        self.article.cache_clear()
        self.findings.cache_clear()
        self.reading_screen.show_told()

    def show_corrected(self) -> None:
        """Show findings as they are corrected now, on all screens."""
        self._forget_articles()
        self.profiles.forget()
        self.background.do("forgetting", self.comparing.forget, lambda _: self._compare())
        self.reading_screen.show_findings()
        self.reading_screen.show_noted()
        for screen in self.screen_stack:
            if isinstance(screen, CorpusScreen):
                screen.came_in()
                screen.tell()

    # Themes.

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None: what colours become where there are few or none is told by their roles, in `terminal/pens.py`."""
        return ()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What Textual's own rules name, whatever the theme."""
        return {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}

    def wear(self, theme: Theme) -> None:
        """Paint with a theme."""
        self.look.wear(theme)
        self.register_theme(_for_textual(theme))
        self.theme = f"corpus-{theme.name}"
        self.use_inks(ink_names(theme))

    def next_theme(self) -> None:
        """Paint with the theme that follows, and say which it is."""
        themes = load_themes().themes
        names = sorted(themes)
        at = names.index(self.look.theme.name) if self.look.theme.name in names else -1
        theme = themes[names[(at + 1) % len(names)]]
        self.wear(theme)
        for screen in self.screen_stack:
            if isinstance(screen, CorpusScreen):
                screen.repaint()
        if isinstance(self.screen, CorpusScreen):
            self.screen.say(f"Theme {theme.name}: {theme.about}")

    # Work that takes a while.

    def in_app(self, deed: Callable[[T], None], told: T) -> None:
        """Called in a thread: do the rest in the app's own, unless the program ends."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._unless_ended, deed, told)

    def _unless_ended(self, deed: Callable[[T], None], told: T) -> None:
        if self.is_running and self.screen_stack:
            with self._context():
                deed(told)

    def copy(self, screen: CorpusScreen, text: str) -> None:
        """Copy text of the corpus, and say how."""
        from tui.app.terminal.clipboard import Clipboard

        driver = self._driver
        write = driver.write if driver is not None else _nowhere
        screen.say(f"{Clipboard(self.capabilities).copy(text, write).told}.")

    def cite(self, screen: CorpusScreen, article: Article, words: str, block: int | None) -> None:
        """Copy a passage with its citation, in the style that the settings ask for."""
        from tui.export.citation import cite

        self.copy(screen, cite(article, self.settings.citation, words=words, block=block))

    def come_home(self) -> None:
        """Leave all screens but the reading screen."""
        for screen in self.screen_stack[:0:-1]:
            if isinstance(screen, CorpusScreen):
                screen.prompting = False
            self.pop_screen()

    # The library.

    def article_or_none(self, article: str) -> Article | None:
        """The article with this id, or None where it is gone."""
        try:
            return self.article(article)
        except CorpusError:
            return None

    def _findings(self, article: str) -> "Findings":
        try:
            return self.noted.findings(article)
        except CorpusError:  # it went while it lies open
            from tui.findings.findings import NOTHING

            return NOTHING

    def actor_of(self, article: str, name: str) -> str:
        """What an actor of an article is called in the corpus."""
        if self.noted.has_corrections:
            return next(iter(self.noted.names(article, [name])), name)
        found = self.library.ask(
            "SELECT c.name FROM article a JOIN member m ON m.article = a.id JOIN actor c ON c.id = m.actor"
            " WHERE a.key = ? AND m.name = ?",
            (article, name),
        )
        return str(found[0][0]) if found else name

    def _short(self, article: str) -> str:
        found = self.library.ask("SELECT coalesce(short, key) FROM article WHERE key = ?", (article,))
        return str(found[0][0]) if found else article


def _nowhere(_: str) -> None:
    """Where nothing is drawn on, there is no terminal to copy by."""


def _for_textual(theme: Theme) -> TextualTheme:
    """A theme as Textual's own widgets (the line to type in) need it."""
    return TextualTheme(
        name=f"corpus-{theme.name}",
        primary=theme.accent,
        secondary=theme.quiet,
        accent=theme.accent,
        warning=theme.warn,
        error=theme.warn,
        success=theme.mark,
        foreground=theme.text,
        background=theme.page,
        surface=theme.page,
        panel=theme.selection,
        dark=theme.dark,
        ansi=theme.terminal_colours,
    )
