"""Change a rule one operator at a time, and tell which changes no test notices: `make mutation`.

    mutate.py --tests tests/search [--most 40] tui/search/ranking.py

A survivor is a change after which all tests still pass: either a test is missing, or the change makes no difference.
Each is tried in a process of its own that is forked after all libraries are loaded. Mutations as in R. A. DeMillo,
R. J. Lipton, F. G. Sayward, "Hints on Test Data Selection" (Computer 11, 1978): comparisons, arithmetic, `and` and
`or`, `not`, numbers, and conditions that are always or never met.
"""

import argparse
import ast
import contextlib
import copy
import importlib.abc
import importlib.machinery
import io
import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

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


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module as it was changed."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Only of that module."""
        return importlib.machinery.ModuleSpec(name, self) if name == self.name else None

    def exec_module(self, module: object) -> None:
        """Run the changed code."""
        exec(self.code, vars(module))


def noticed(name: str, path: Path, tree: ast.Module, tests: list[str]) -> bool:
    """Whether any test fails with this change; in a process of its own, which may run SECONDS."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        status = 1
        try:
            sys.meta_path.insert(0, Changed(name, compile(tree, str(path), "exec")))
            import pytest

            with open(os.devnull, "w") as nowhere:  # noqa: PTH123
                os.dup2(nowhere.fileno(), 1)
                os.dup2(nowhere.fileno(), 2)
                options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore", "-o", "addopts="]
                status = int(pytest.main([*options, *tests]))
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
    options = parser.parse_args()
    with contextlib.suppress(ImportError), contextlib.redirect_stderr(io.StringIO()):
        import hypothesis
        import pytest
        import rapidfuzz
        import tantivy
        import textual.pilot

        del hypothesis, pytest, rapidfuzz, tantivy, textual
    for path in options.modules:
        name = ".".join(path.with_suffix("").parts)
        found = list(mutants(ast.parse(path.read_text(encoding="utf-8"))))
        if options.most is not None and len(found) > options.most:
            found = sorted(random.Random(options.seed).sample(found, options.most), key=lambda one: one[0])
        lived = []
        for line, told, tree in found:
            if not noticed(name, path, tree, options.tests):
                lived.append((line, told))
                print(f"{path}:{line}: {told}", flush=True)
        print(f"{path}: {len(found) - len(lived)} of {len(found)} changes noticed", flush=True)


if __name__ == "__main__":
    main()
