"""Change a rule one operator at a time, and tell which changes no test notices: `make mutation`.

    mutate.py --tests tests/search [--most 40] tui/search/ranking.py

A survivor is a change after which all tests still pass: either a test is missing, or the change makes no difference.
Each is tried in a process of its own that is forked once all tests are collected. Mutations as in R. A. DeMillo,
R. J. Lipton, F. G. Sayward, "Hints on Test Data Selection" (Computer 11, 1978): comparisons, arithmetic, `and` and
`or`, `not`, numbers, and conditions that are always or never met.
"""

import argparse
import ast
import copy
import functools
import importlib
import inspect
import itertools
import os
import random
import signal
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SECONDS = 120
"""After which a change that ends never counts as noticed."""

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
REACHED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Each change: its line, what it is, and the changed module."""
    nodes = [node for node in ast.walk(tree) if not isinstance(node, ast.Constant) or _counts(node)]
    for at, node in enumerate(nodes):
        for number, (told, change) in enumerate(_changes(node)):
            changed = copy.deepcopy(tree)
            same = [one for one in ast.walk(changed) if not isinstance(one, ast.Constant) or _counts(one)][at]
            list(_changes(same))[number][1](same)  # type: ignore[operator]
            del change
            yield getattr(node, "lineno", 0), told, ast.fix_missing_locations(changed)


def _counts(node: ast.Constant) -> bool:
    return isinstance(node.value, int | float)


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARED:
            new = COMPARED[type(op)]
            yield (
                f"{ast.unparse(node)}: {type(op).__name__} → {new.__name__}",
                lambda one: setattr(one, "ops", [new()]),
            )
        case ast.BinOp(op=op) if type(op) in REACHED:
            other = REACHED[type(op)]
            yield (
                f"{ast.unparse(node)}: {type(op).__name__} → {other.__name__}",
                lambda one: setattr(one, "op", other()),
            )
        case ast.BoolOp(op=op):
            swapped = ast.And if isinstance(op, ast.Or) else ast.Or
            yield (
                f"{ast.unparse(node)}: {type(op).__name__} → {swapped.__name__}",
                lambda one: setattr(one, "op", swapped()),
            )
        case ast.UnaryOp(op=ast.Not()):
            yield (
                f"{ast.unparse(node)}: without not",
                lambda one: setattr(one, "op", ast.UAdd()) or _bool(one),
            )
        case ast.Constant(value=bool(value)):
            yield f"{value} → {not value}", lambda one: setattr(one, "value", not value)
        case ast.Constant(value=value) if isinstance(value, int | float):
            yield f"{value} → {value + 1}", lambda one: setattr(one, "value", value + 1)
        case ast.If(test=test) | ast.IfExp(test=test):
            for constant in (True, False):
                yield (
                    f"if {ast.unparse(test)}: always {constant}",
                    lambda one, constant=constant: setattr(one, "test", ast.Constant(constant)),
                )


def _bool(one: ast.UnaryOp) -> None:
    """`not x` as `bool(x)`, by a second `not`."""
    one.op, one.operand = ast.Not(), ast.UnaryOp(ast.Not(), one.operand)


def change(name: str, path: Path, tree: ast.Module) -> None:
    """Let a loaded module do what the changed one does: its functions, and its values wherever they are used."""
    module = sys.modules[name]
    changed = types.ModuleType(name)
    changed.__dict__.update(__file__=str(path), __package__=module.__package__)
    sys.modules[name] = changed  # where its classes look for their module
    exec(compile(tree, str(path), "exec"), vars(changed))
    sys.modules[name] = module
    for known, new in list(vars(changed).items()):
        old = vars(module).get(known)
        if known.startswith("__") or old is new:
            continue
        if isinstance(new, type):
            for method, function in vars(new).items():
                _recode(vars(old).get(method), function)
        elif not _recode(old, new):
            for user in [one for at, one in sys.modules.items() if at.startswith("tui.")]:
                if vars(user).get(known) is old:
                    setattr(user, known, new)


def _recode(old: object, new: object) -> bool:
    """Whether these are functions, of which the old one now does what the new one does."""
    old, new = (inspect.unwrap(getattr(one, "__func__", one)) for one in (old, new))
    if not (isinstance(old, types.FunctionType) and isinstance(new, types.FunctionType)):
        return False
    if len(old.__code__.co_freevars) == len(new.__code__.co_freevars):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )
    return True


class Mutating:
    """A plug-in of pytest: what it collected is run on each changed module, in a process of its own."""

    def __init__(self, modules: list[Path], most: int | None, seed: int) -> None:
        self.modules, self.most, self.seed = modules, most, seed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all changes of all modules, and tell those that survive."""
        if failed(session, lambda: None):
            pytest.exit("a test fails without any change", 1)
        for path in self.modules:
            name = ".".join(path.with_suffix("").parts)
            importlib.import_module(name)
            found = list(mutants(ast.parse(path.read_text(encoding="utf-8"))))
            if self.most is not None and len(found) > self.most:
                found = sorted(random.Random(self.seed).sample(found, self.most), key=lambda one: one[0])
            lived = [
                f"{path}:{line}: {told}"
                for line, told, tree in found
                if not failed(session, functools.partial(change, name, path, tree))
            ]
            sys.__stdout__.write("\n".join([*lived, ""]))
            sys.__stdout__.write(f"{path}: {len(found) - len(lived)} of {len(found)} changes noticed\n")
            sys.__stdout__.flush()
        return True


def failed(session: pytest.Session, prepare: Callable[[], None]) -> bool:
    """Whether any test fails after `prepare`, in a process that may run SECONDS."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        status = 1
        try:
            prepare()
            items = session.items
            for item, following in itertools.zip_longest(items, items[1:]):
                session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    break
            else:
                status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def main() -> None:
    """Try all changes, or `--most` of them taken by lot, and tell those that survive."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="+", type=Path)
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--most", type=int, help="of each module; by default all")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    options = [
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:terminalreporter",
        "-W",
        "ignore",
        "-o",
        "addopts=",
    ]
    mutating = Mutating(asked.modules, asked.most, asked.seed)
    sys.exit(pytest.main([*options, *asked.tests], plugins=[mutating]))


if __name__ == "__main__":
    main()
