"""The five workspaces in the order of the rail, and one without a place there; imported when first shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, NamedTuple, cast

from customs_app.language.words import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from customs_app.ui.session import Session
    from customs_app.ui.workspace import Workspace


class Entry(NamedTuple):
    """A place on the rail: key, icon, title, and where its class stands."""

    key: str
    icon: str
    title: str
    module: str
    name: str

    def load(self) -> Callable[[Session, QWidget], Workspace]:
        """Import the class of the workspace."""
        module = import_module(f"customs_app.ui.{self.module}")
        return cast("Callable[[Session, QWidget], Workspace]", getattr(module, self.name))


ENTRIES = (
    Entry("catalogue", "library", N_("Catalogue"), "catalogue.workspace", "CatalogueWorkspace"),
    Entry("review", "list-checks", N_("Review"), "review.workspace", "ReviewWorkspace"),
    Entry("compare", "table-2", N_("Compare"), "compare.workspace", "CompareWorkspace"),
    Entry("corridors", "route", N_("Corridors"), "corridors.workspace", "CorridorsWorkspace"),
    Entry("proposals", "file-pen-line", N_("Proposals"), "proposals.workspace", "ProposalsWorkspace"),
)
PAIR = Entry("pair", "git-compare-arrows", N_("Step by step"), "pair.workspace", "PairWorkspace")
"""Two procedures against each other: it belongs to the comparison, other workspaces lead there too."""
_EVERY = (*ENTRIES, PAIR)


def entry_of(key: str) -> Entry:
    """The entry of a workspace by its key, the first one where there is none of that key."""
    return next((entry for entry in _EVERY if entry.key == key), ENTRIES[0])


def rail_key(key: str) -> str:
    """The key of the workspace that is current on the rail while the one with this key is shown."""
    return "compare" if key == PAIR.key else key


def load_modules() -> Iterator[str]:
    """Import the modules of all workspaces, one at each step; the names of those that were not there yet."""
    yield from load_packages(*(f"customs_app.ui.{entry.module.partition('.')[0]}" for entry in _EVERY))


def load_packages(*names: str) -> Iterator[str]:
    """Import the modules of packages (but not of those inside them), as `load_modules` does."""
    for name in names:
        package = import_module(name)
        for found in iter_modules(package.__path__, f"{name}."):
            if found.name not in sys.modules:
                import_module(found.name)
                yield found.name
