"""What rules suggest and what reviewers decide."""

from collections.abc import Mapping

from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.record import record
from customs_app.domain.text import Message

SECRETARIAT = "Secretariat"
"""The delegation of those who speak for no member state."""


@record(frozen=True, slots=True)
class Reviewer:
    """Who acts: a person, and the delegation for which he or she speaks.

    `delegation` is a country (ISO 3166 alpha-2), SECRETARIAT, or a name that somebody wrote.
    """

    name: str
    delegation: str


@record(frozen=True, slots=True)
class Mark:
    """One reviewer's verdict about a step, or about a document that the step handles.

    `document_id` is None for a mark on the step itself. `as_stood` holds the fields of the
    target when the mark was made (column -> text); `stale` names those that differ today, and `stands` has
    what stands in these today.
    `merge_into` is the step into which to merge. `at` is UTC, ISO 8601.
    """

    id: str
    step_id: str
    verdict: Verdict
    reason: str
    reviewer: Reviewer
    at: str
    document_id: str | None = None
    article: str | None = None
    merge_into: str | None = None
    finding: str | None = None
    as_stood: Mapping[str, str] | None = None
    stale: tuple[str, ...] = ()
    stands: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class EvidenceRow:
    """One row on which a finding rests, with its source and the place in it."""

    step: str | None = None
    document: str | None = None
    source: str | None = None
    locator: str | None = None


@record(frozen=True, slots=True)
class Saving:
    """What following a finding would bring to one consignment; None is unknown, not zero."""

    hours: Range | None = None
    cost: tuple[Money, ...] | None = None
    documents: int | None = None
    visits: int | None = None


@record(frozen=True, slots=True)
class Finding:
    """What a rule suggests about one procedure.

    `key` stays the same as long as the same rule speaks of the same steps and documents.
    `standard` holds ids of the reference list of standards; `doubt` says why the finding may be wrong.
    """

    key: str
    rule: str
    country: str
    procedure: str
    steps: tuple[str, ...]
    documents: tuple[str, ...]
    confidence: Confidence
    evidence: tuple[EvidenceRow, ...]
    standard: tuple[str, ...]
    saving: Saving
    summary: Message
    doubt: Message
