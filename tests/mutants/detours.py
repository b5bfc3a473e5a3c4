"""Takes the detour through mutmut's trampolines out of all functions but the one that is judged.

Each call of a function with mutants asks which of them is meant. That is most of the time that a
scenario takes, and with one mutant a process the answer is always the same.
"""

import inspect
import sys
import types
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

Place = tuple[Any, str, types.FunctionType]
"""What holds a function, under which name, and mutmut's wrapper of it."""


class Detours:
    """The places from which functions with mutants are called."""

    def __init__(self, packages: Iterable[str]) -> None:
        self._places: dict[str, list[Place]] = defaultdict(list)
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] in packages:
                self._look_through(module)
                for value in list(vars(module).values()):
                    if isinstance(value, type) and value.__module__ == name:
                        self._look_through(value)

    def close(self) -> None:
        """Have all functions called directly, as they are without a mutant."""
        for places in self._places.values():
            for owner, name, wrapper in places:
                setattr(owner, name, _versions(wrapper)["_mutmut_orig"])

    def open(self, function: str) -> None:
        """Have one function, by mutmut's name for it, called through its trampoline again."""
        for owner, name, wrapper in self._places[function]:
            setattr(owner, name, wrapper)

    def _look_through(self, owner: Any) -> None:
        for name, value in list(vars(owner).items()):
            if isinstance(value, types.FunctionType) and value.__code__.co_name == WRAPPER:
                original = _versions(value)["_mutmut_orig"]
                mangled = original.__name__.removesuffix("__mutmut_orig")
                self._places[f"{original.__module__}.{mangled}"].append((owner, name, value))


WRAPPER = "_trampoline_wrapper"


def _versions(wrapper: types.FunctionType) -> dict[str, types.FunctionType]:
    """The function and its mutants, by name."""
    trampoline: Any = inspect.getclosurevars(wrapper).nonlocals["trampoline"]
    versions: dict[str, types.FunctionType] = inspect.getclosurevars(trampoline).nonlocals[
        "mutants_dict"
    ]
    return versions
