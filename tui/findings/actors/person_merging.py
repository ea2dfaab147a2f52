"""Join the names of persons that are one: by surname first, then by first name."""

from rapidfuzz import fuzz

from tui.findings.actors.forms import Form, join
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.persons import full_first_name, split_name, suffix, surname
from tui.findings.actors.transliteration import plain, skeleton

_TYPING_ERROR = 88
"""RapidFuzz's `ratio` from which two long names that are in no census differ by a slip or a transliteration."""
_CROWD = 60
"""Names in one bucket up to which each is compared with each."""
_DOMINANT = 3
"""How many times more often than any other a person is named to whom a surname alone is given."""


def join_persons(forms: list[Form]) -> None:
    """Join those of `forms` that name one person."""
    full: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    shortened: list[tuple[tuple[str, ...], Form]] = []
    alone: list[tuple[str, Form]] = []
    by_first: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for form in sorted(forms, key=lambda form: (-form.weight, form.name)):
        words = split_name(_turned(form.name))
        if len(words) == 1:
            alone.append((skeleton(words[0]), form))
            continue
        if len(words[-1].rstrip(".")) == 1:
            shortened.append((words, form))
            continue
        full.setdefault(skeleton(surname(words)), []).append((words, form))
        by_first.setdefault(_first(words) + surname(words)[0], []).append((words, form))
    for same in full.values():
        _join_same_surname(same)
        _join_juniors(same)
    for near in by_first.values():
        if len(near) <= _CROWD:
            _join_misspelt(near)
    _join_shortened(shortened, by_first)
    _join_alone(alone, full)


def _join_shortened(
    shortened: list[tuple[tuple[str, ...], Form]],
    by_first: dict[str, list[tuple[tuple[str, ...], Form]]],
) -> None:
    """Join `John D.` with the one John whose surname begins so."""
    for words, form in shortened:
        letter = words[-1][0].lower()
        found = {id(other.root()): other for _, other in by_first.get(_first(words) + letter, ())}
        if len(found) == 1:
            join(next(iter(found.values())), form)


def _turned(name: str) -> str:
    """`Doe, John` as `John Doe`."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and not suffix((first,)) else name


def _first(words: tuple[str, ...]) -> str:
    """The given name's skeleton; where it stands behind the family name, all that does."""
    if surname(words) == words[0].lower():
        return skeleton("".join(words[1:]).replace("-", ""))
    return skeleton(full_first_name(words[0]))


def _join_same_surname(same: list[tuple[tuple[str, ...], Form]]) -> None:
    """Join each with the most mentioned person that it can be; an initial only where one can be meant."""
    persons: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    initials: list[tuple[tuple[str, ...], Form]] = []
    for words, form in same:
        if len(words[0].rstrip(".")) == 1 or (words[0][1:2] == "." and len(words) == 2):
            initials.append((words, form))
            continue
        known = persons.setdefault(_first(words), [])
        match = next((other for seen, other in known if _one_person(seen, words)), None)
        if match is None:
            known.append((words, form))
        else:
            join(match, form)
    for words, form in initials:
        fitting = [
            (seen, other)
            for known in persons.values()
            for seen, other in known
            if seen[0][0].lower() == words[0][0].lower() and _one_person(seen, words)
        ]
        if len({id(other.root()) for _, other in fitting}) == 1:
            join(fitting[0][1], form)
        elif not fitting:
            persons.setdefault(plain(words[0]), []).append((words, form))


def _join_juniors(same: list[tuple[tuple[str, ...], Form]]) -> None:
    """Join `John Doe Jr.` with `John Doe`, unless an article names both: then they are two."""
    juniors = [(words, form) for words, form in same if suffix(words)]
    for words, form in juniors:
        bare = words[:-1]
        articles = set(form.articles)
        for seen, other in same:
            fits = not suffix(seen) and _first(seen) == _first(bare) and _one_person(seen, bare)
            if fits and articles.isdisjoint(other.articles):
                join(other, form)
                break


def _one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of like surname and first name contradict each other nowhere."""
    if suffix(a) != suffix(b) or not _same_surname(plain(surname(a)), plain(surname(b))):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    return not middle_a or not middle_b or plain(middle_a[0])[:1] == plain(middle_b[0])[:1]


def _same_surname(a: str, b: str) -> bool:
    """Two spellings are one name, unless one of them is a common surname of its own, as Smith is beside Smyth."""
    surnames = gazetteer().surnames
    return a == b or not (a in surnames or b in surnames)


def _join_misspelt(near: list[tuple[tuple[str, ...], Form]]) -> None:
    surnames = gazetteer().surnames
    rare = [
        (skeleton(surname(words)), words, form)
        for words, form in near
        if plain(surname(words)) not in surnames
    ]
    for i, (one, words, form) in enumerate(rare):
        for other, seen, earlier in rare[:i]:
            if (
                len(one) > 5
                and one != other
                and suffix(words) == suffix(seen)
                and fuzz.ratio(one, other) >= _TYPING_ERROR
            ):
                join(earlier, form)


def _join_alone(alone: list[tuple[str, Form]], full: dict[str, list[tuple[tuple[str, ...], Form]]]) -> None:
    """Give a surname that stands alone in its articles to the one person of that surname who is named far more."""
    for key, form in alone:
        weights: dict[int, tuple[int, Form]] = {}
        for words, other in full.get(key, ()):
            root = other.root()
            if suffix(words) or not _same_surname(plain(surname(words)), plain(surname((form.name,)))):
                continue
            if form.gender and root.gender and form.gender != root.gender:
                continue
            weights[id(root)] = (root.weight, root)
        ranked = sorted(weights.values(), key=lambda pair: (-pair[0], pair[1].name))
        if ranked and (len(ranked) == 1 or ranked[0][0] >= _DOMINANT * ranked[1][0]):
            join(ranked[0][1], form)
    same: dict[str, Form] = {}
    for key, form in alone:
        if form.joined is None:
            join(same.setdefault(key, form), form)
