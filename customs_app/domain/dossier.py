"""What officials add to the measures of a proposal: texts, order, terms, acts, positions, comments.

A measure is named by its key (`Measure.key`), which stays the same as long as what marks or findings ask
and what it is about do. Where `measure` is empty, the proposal as a whole is meant; where `country` is, the
measure as a whole.
"""

from enum import StrEnum

from customs_app.domain.codes import Position, Verdict
from customs_app.domain.figures import Money
from customs_app.domain.record import record
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language


class TextKind(StrEnum):
    """What a text of a proposal is.

    Of the whole proposal: TITLE, PROBLEM, SUMMARY, ASKED (what the meeting is asked to do). Of a measure:
    TITLE. Of a measure in one country: NOW, PROPOSED, GROUNDS, CONTROL.
    """

    TITLE = "title"
    PROBLEM = "problem"
    SUMMARY = "summary"
    ASKED = "asked"
    NOW = "now"
    PROPOSED = "proposed"
    GROUNDS = "grounds"
    CONTROL = "control"


class Funds(StrEnum):
    """Who may pay for a change."""

    NATIONAL_BUDGET = "national_budget"
    DEVELOPMENT_INSTITUTION = "development_institution"
    OTHER = "other"


@record(frozen=True, slots=True)
class TextPlace:
    """Where a text of a proposal stands: measure (key), country (ISO 3166 alpha-2), kind and language."""

    kind: TextKind
    language: Language
    measure: str = ""
    country: str = ""


@record(frozen=True, slots=True)
class Rewritten:
    """A text that an official has written in place of a draft.

    `draft` is the draft as it stood then: where today's differs, figures have changed since. `at` is
    UTC, ISO 8601.
    """

    place: TextPlace
    text: str
    draft: str
    reviewer: Reviewer
    at: str


@record(frozen=True, slots=True)
class MeasureChoice:
    """Whether a measure stands in the proposal, where, and what it asks.

    `place` counts from 1; None is after those that have one, in the order in which measures are made.
    `verdict` is what an official has chosen; None is what marks or findings ask. `verdict_at` is when that
    was chosen last, be it what they ask again: UTC, ISO 8601.
    """

    measure: str
    taken: bool = True
    place: int | None = None
    verdict: Verdict | None = None
    verdict_at: str | None = None


@record(frozen=True, slots=True)
class Terms:
    """On what terms a country changes what a measure asks; whatever is None is not known.

    `cost` is what the change costs, `funds` who may pay and `funds_note` which fund that is. `agency_id` is
    the responsible body, `body` its name where the catalogue does not hold it. The change is due on
    a day (`due`, ISO 8601), or so many `months` after the proposal is adopted.
    """

    cost: Money | None = None
    funds: Funds | None = None
    funds_note: str | None = None
    agency_id: str | None = None
    body: str | None = None
    due: str | None = None
    months: int | None = None

    @property
    def known(self) -> bool:
        """Whether anything is said."""
        return self != Terms()


@record(frozen=True, slots=True)
class OwnAct:
    """A law to amend that an official names for a measure in a country.

    With `step_id` it says on which law that step rests: it stands in place of “article not known”.
    `change` says what to change in it. An empty `id` is given when the act is added.
    """

    id: str
    measure: str
    country: str
    act: str
    change: str | None = None
    step_id: str | None = None
    source_id: str | None = None
    locator: str | None = None


@record(frozen=True, slots=True)
class Standpoint:
    """Where a delegation stands on a measure, or on the whole proposal; `at` is UTC, ISO 8601."""

    measure: str
    delegation: str
    position: Position
    reason: str
    reviewer: Reviewer
    at: str


@record(frozen=True, slots=True)
class ProposalComment:
    """What somebody says about a measure, or about the whole proposal; `at` is UTC, ISO 8601."""

    id: str
    measure: str
    text: str
    reviewer: Reviewer
    at: str


@record(frozen=True, slots=True)
class MeasureTerms:
    """The terms of one measure in one country."""

    measure: str
    country: str
    terms: Terms


@record(frozen=True, slots=True)
class ProposalParts:
    """All that officials have added to one proposal, in a steady order; comments oldest first."""

    choices: tuple[MeasureChoice, ...] = ()
    texts: tuple[Rewritten, ...] = ()
    terms: tuple[MeasureTerms, ...] = ()
    acts: tuple[OwnAct, ...] = ()
    standpoints: tuple[Standpoint, ...] = ()
    comments: tuple[ProposalComment, ...] = ()
