"""Reads and chains a corridor beside the event loop; the last answer stays in sight meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.corridor.told import Told, tell
from customs_app.analysis.corridor.what_if import what_if
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.corridor import Block, Corridor
from customs_app.domain.indicators import BorderTime, Membership
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.figures.picture import Picture
from customs_app.language.words import Words
from customs_app.ui.corridors.chart import chart
from customs_app.ui.corridors.looks import WhatIfLook
from customs_app.ui.corridors.question import Asked, ChartAsked, Question
from customs_app.ui.corridors.shown import Shown, Worked, worded
from customs_app.ui.corridors.what_if import what_if_look
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.pictures.frame import Frame


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question; `worked` and `shown` are None where there is no such corridor."""

    question: Question
    reference: Reference
    worked: Worked | None = None
    shown: Shown | None = None


class Loader(QObject):
    """Answers the newest question; `loaded` carries an Answer, `failed` the error of a file that failed.

    `drawn` carries the Picture of the newest answer.
    """

    loaded = Signal(object)
    failed = Signal(object)
    drawn = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = 0
        shelf = _Shelf()
        self._newest = Newest(self, "corridor", shelf.answer, small=shelf.draw)
        self._newest.answered.connect(self.loaded)
        self._newest.failed.connect(self.failed)
        self._newest.answered_small.connect(self.drawn)

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._newest.busy

    def ask(self, asked: Asked) -> None:
        """Answer a question, and none that was asked before."""
        self._newest.ask((asked, self._state))

    def draw(self, asked: ChartAsked) -> None:
        """Draw the chart of the newest answer."""
        self._newest.ask_small([asked])

    def forget(self) -> None:
        """Read anew at the next question: the catalogue has changed."""
        self._state += 1


@dataclass(frozen=True, slots=True)
class _AsIs:
    """A corridor in one case as the catalogue has it."""

    corridor: Corridor
    case: Case
    blocks: tuple[Block, ...]
    chain: Chain
    told: Told


class _Shelf:
    """What was read of one state of a catalogue: a further question about it reads only what is new."""

    def __init__(self) -> None:
        self._of: tuple[Path, int] | None = None
        self._reference: Reference | None = None
        self._by_country: dict[str, tuple[FullProcedure, ...]] = {}
        self._border_times: tuple[BorderTime, ...] = ()
        self._memberships: Mapping[str, Membership] = {}
        self._bindings: dict[str, Mapping[str, str | None]] = {}
        self._as_is: _AsIs | None = None
        self._newest: tuple[Worked, Reference, Words] | None = None

    def answer(self, question_and_state: tuple[Asked, int], desk: Desk) -> Answer:
        """Answer a question about a state of its file; CatalogueError where the file fails."""
        asked, state = question_and_state
        question = asked.question
        reference = self._reference
        if reference is None or self._of != (asked.path, state):
            reference = self._read(asked.path, state)
        corridor = reference.corridors.get(question.corridor or "")
        if corridor is None:
            self._newest = None
            return Answer(replace(question, corridor=None), reference)
        desk.go_on()
        as_is = self._chained(asked.path, corridor, question.case, reference)
        desk.go_on()
        worked, what_if = self._without(as_is, question.struck, reference, asked.words)
        self._newest = worked, reference, asked.words
        return Answer(question, reference, worked, worded(worked, what_if, reference, asked.words))

    def draw(self, asked: ChartAsked) -> Picture | None:
        """The chart of the newest answer; None where there is none."""
        if self._newest is None:
            return None
        worked, reference, words = self._newest
        return chart(worked, reference, asked.palette, words, Frame(asked.width, asked.height, titled=False))

    def _chained(self, path: Path, corridor: Corridor, case: Case, reference: Reference) -> _AsIs:
        known = self._as_is
        if known is not None and known.corridor == corridor and known.case == case:
            return known
        procedures = self._procedures(path, corridor)
        found = blocks(corridor, procedures, reference, self._bindings[corridor.id])
        told = self._told(found, case, reference)
        self._as_is = _AsIs(corridor, case, found, chain(found, case, reference), told)
        return self._as_is

    def _without(
        self, as_is: _AsIs, struck: frozenset[str], reference: Reference, words: Words
    ) -> tuple[Worked, WhatIfLook | None]:
        """The chain without the steps that are struck out, and what that comes to."""
        found = what_if(as_is.blocks, struck, as_is.case, reference)
        if found is None:
            none = frozenset[str]()
            return Worked(as_is.corridor, as_is.blocks, as_is.chain, as_is.chain, as_is.told, none), None
        look = what_if_look(as_is.chain, found.chain, found.changes, as_is.blocks, words)
        told = self._told(found.blocks, as_is.case, reference)
        return Worked(as_is.corridor, as_is.blocks, found.chain, as_is.chain, told, found.struck), look

    def _told(self, found: Sequence[Block], case: Case, reference: Reference) -> Told:
        return tell(found, case, reference, border_times=self._border_times, memberships=self._memberships)

    def _read(self, path: Path, state: int) -> Reference:
        self._of = None
        with open_catalogue(path, read_only=True) as catalogue:
            self._reference = catalogue.reference()
            self._border_times = catalogue.border_times()
            self._memberships = catalogue.memberships()
        self._by_country, self._bindings, self._as_is = {}, {}, None
        self._of = (path, state)
        return self._reference

    def _procedures(self, path: Path, corridor: Corridor) -> Sequence[FullProcedure]:
        """The procedures of the corridor's countries; those not read yet are read."""
        countries = list(dict.fromkeys(leg.country for leg in corridor.legs))
        missing = [iso2 for iso2 in countries if iso2 not in self._by_country]
        if missing or corridor.id not in self._bindings:
            with open_catalogue(path, read_only=True) as catalogue:
                self._bindings[corridor.id] = catalogue.bindings(corridor.id)
                for iso2 in missing:
                    self._by_country[iso2] = _of_country(catalogue, iso2)
        return [full for iso2 in countries for full in self._by_country[iso2]]


def _of_country(catalogue: Catalogue, iso2: str) -> tuple[FullProcedure, ...]:
    return catalogue.full_procedures(countries=[iso2])
