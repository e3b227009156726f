"""What a dossier holds: the one thing that window, PDF, workbook and `propose --json` show."""

from collections.abc import Iterator
from dataclasses import dataclass

from customs_app.analysis.case import Case
from customs_app.analysis.guard import Risk
from customs_app.analysis.measure import Measure
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.effect import Effect
from customs_app.analysis.to_be.yearly import Yearly
from customs_app.domain.codes import Evidence, Verdict
from customs_app.domain.corridor import Corridor
from customs_app.domain.dossier import OwnAct, ProposalComment, Standpoint, Terms, TextPlace
from customs_app.domain.meeting import Decision, Dissent
from customs_app.domain.procedure import FullProcedure, Source
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference, Standard
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the dossier, in the dossier's language.

    `text` is what is shown: what an official has written (`by`, `at`), else the `draft` of today. `was` is
    the draft that was rewritten, where today's differs from it: what it is based on has changed.
    """

    place: TextPlace
    text: str
    draft: str
    by: Reviewer | None = None
    at: str | None = None
    was: str | None = None

    @property
    def rewritten(self) -> bool:
        """Whether an official has written it."""
        return self.by is not None

    @property
    def changed(self) -> bool:
        """Whether its draft has changed since it was rewritten."""
        return self.was is not None


@dataclass(frozen=True, slots=True)
class ActLine:
    """A law to amend in one country; `text` is None where the article is not known: a worklist.

    `steps` are ids of the steps that rest on it, `change` says what to change. `sources` are (id, locator)
    of where it is recorded. `own` is the official's act, None where it is drafted from the catalogue.
    """

    country: str
    text: str | None
    steps: tuple[str, ...]
    numbers: tuple[int, ...]
    change: str
    sources: tuple[tuple[str, str | None], ...]
    evidence: Evidence | None = None
    own: OwnAct | None = None


@dataclass(frozen=True, slots=True)
class ControlLine:
    """A risk that a step controls, and the steps that still control it when all measures are done.

    `covered_by` are steps that each such consignment meets, `sometimes_by` those that only some of them
    meet; ids. Neither holds a step that another measure takes away.
    """

    procedure: str
    step: str
    number: int
    risk: Risk
    covered_by: tuple[str, ...]
    sometimes_by: tuple[str, ...]

    @property
    def sole(self) -> bool:
        """Whether nothing covers the risk for sure any more."""
        return not self.covered_by


@dataclass(frozen=True, slots=True)
class ProcedureEffect:
    """What verdicts change in one procedure; `contested` are targets on which measures differ: they stay."""

    full: FullProcedure
    effect: Effect
    yearly: Yearly
    contested: tuple[Target, ...] = ()

    @property
    def country(self) -> str:
        """The country (ISO 3166 alpha-2) whose procedure it is."""
        return self.full.procedure.country


@dataclass(frozen=True, slots=True)
class Objection:
    """A dissent from what a meeting decided on a step that the measure touches."""

    dissent: Dissent
    decision: Decision
    country: str
    number: int


@dataclass(frozen=True, slots=True)
class CountryPart:
    """One measure in one country.

    `steps` are the steps that it touches, in order; a corridor may take several procedures of a country,
    and `effects` has one entry for each that the measure touches: what it changes there alone. Savings of
    single measures do not add up: all together is in `Dossier.together`.
    """

    country: str
    steps: tuple[str, ...]
    now: Passage
    proposed: Passage
    grounds: Passage
    control: Passage
    controls: tuple[ControlLine, ...]
    acts: tuple[ActLine, ...]
    terms: Terms
    effects: tuple[ProcedureEffect, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its texts in order of reading."""
        return self.now, self.proposed, self.grounds, self.control


@dataclass(frozen=True, slots=True)
class Held:
    """Where a delegation stands: its stated position, or None; `marked` is what its marks on the steps ask.

    A mark is no position: who has marked alike has still to say where it stands on the proposal.
    """

    delegation: str
    stated: Standpoint | None
    marked: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierMeasure:
    """One measure of a dossier; `number` counts from 1, 0 where it is left out.

    `turned_at` is when an official chose its verdict last; None: never. UTC, ISO 8601.
    """

    number: int
    key: str
    measure: Measure
    title: Passage
    standards: tuple[Standard, ...]
    parts: tuple[CountryPart, ...]
    positions: tuple[Held, ...]
    objections: tuple[Objection, ...]
    comments: tuple[ProposalComment, ...]
    turned_at: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What is proposed."""
        return self.measure.verdict

    def part(self, country: str) -> CountryPart:
        """The measure in a country; KeyError where it changes nothing there."""
        for part in self.parts:
            if part.country == country:
                return part
        raise KeyError(country)

    @property
    def passages(self) -> Iterator[Passage]:
        """Its texts in order of reading."""
        yield self.title
        for part in self.parts:
            yield from part.passages


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something to be settled before the proposal is final; `measure` is a key or empty, as `country`."""

    message: Message
    measure: str = ""
    country: str = ""
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A proposal with all that it says, in one language.

    `countries` are ISO 3166 alpha-2 codes in order of print, `procedures` those it is about. `measures` are
    those that stand in it, `left_out` the others. `together` is what all its measures change at once, per
    procedure that one of them touches. `mandate` are standards that ask for it. `blind_steps` is on how
    many steps a blind round hides marks.
    """

    proposal: Proposal
    language: Language
    case: Case
    corridor: Corridor | None
    countries: tuple[str, ...]
    procedures: tuple[FullProcedure, ...]
    mandate: tuple[Standard, ...]
    title: Passage
    problem: Passage
    summary: Passage
    asked: Passage
    measures: tuple[DossierMeasure, ...]
    left_out: tuple[DossierMeasure, ...]
    together: tuple[ProcedureEffect, ...]
    positions: tuple[Held, ...]
    comments: tuple[ProposalComment, ...]
    open_points: tuple[OpenPoint, ...]
    sources: tuple[Source, ...]
    from_findings: bool
    blind_steps: int
    reference: Reference

    @property
    def passages(self) -> Iterator[Passage]:
        """All texts of what stands in the proposal, in order of reading."""
        yield from (self.title, self.problem, self.summary, self.asked)
        for measure in self.measures:
            yield from measure.passages

    @property
    def changed(self) -> tuple[Passage, ...]:
        """Rewritten texts whose draft has changed since."""
        return tuple(passage for passage in self.passages if passage.changed)

    def measure(self, key: str) -> DossierMeasure:
        """The measure with this key, left out or not; KeyError where the proposal has none."""
        for one in (*self.measures, *self.left_out):
            if one.key == key:
                return one
        raise KeyError(key)
