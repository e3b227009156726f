"""What a rule is: it looks at one procedure and makes suggestions, which become findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from customs_app.analysis.neighbours import Crossing
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import EvidenceRow, Finding, Saving
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the procedure.

    `peers` has other countries (ISO 3166) as keys: their procedure of the same regime and mode that a
    comparison would take. `elsewhere` are the activities of all other countries' procedures of that
    regime and mode, `same_trip` those of their procedures that one journey meets besides. `ordinary` says
    that no other procedure of the country describes the ordinary consignment better; `own` are the other
    procedures of the country; `crossings` those ways out of neighbours that lead into this procedure, and
    `onward` the procedures of neighbours into which this one leads.
    """

    reference: Reference
    peers: Mapping[str, FullProcedure]
    elsewhere: frozenset[str] = frozenset()
    same_trip: frozenset[str] = frozenset()
    ordinary: bool = True
    own: tuple[FullProcedure, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    onward: tuple[FullProcedure, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a rule saw, before it is signed with the rule's code and the procedure's id.

    `beyond` are steps of a neighbour that the suggestion is about too: they stand in its evidence and
    make it another one than that about the same steps here and other steps there.
    """

    steps: tuple[Step, ...]
    confidence: Confidence
    evidence: tuple[EvidenceRow, ...]
    summary: Message
    doubt: Message
    documents: tuple[str, ...] = ()
    beyond: tuple[Step, ...] = ()
    saving: Saving = Saving()  # noqa: RUF009 - frozen, and empty means unknown


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the redundancy rules.

    `name` is worded by `Words.text`; `standards` holds ids of the reference list of standards;
    `suggests` is the verdict that a finding proposes; `apart` marks rules that name a missing
    facilitation instead of a redundant step.
    """

    code: str
    name: str
    standards: tuple[str, ...]
    suggests: Verdict
    look: Callable[[FullProcedure, Context], Iterator[Suggestion]]
    apart: bool = False

    def run(self, full: FullProcedure, context: Context) -> Iterator[Finding]:
        """Findings of this rule about one procedure."""
        for seen in self.look(full, context):
            steps = tuple(step.id for step in seen.steps)
            yield Finding(
                key=_key(
                    self.code, full.procedure.id, (*steps, *(s.id for s in seen.beyond)), seen.documents
                ),
                rule=self.code,
                country=full.procedure.country,
                procedure=full.procedure.id,
                steps=steps,
                documents=seen.documents,
                confidence=seen.confidence,
                evidence=seen.evidence,
                standard=self.standards,
                saving=seen.saving,
                summary=seen.summary,
                doubt=seen.doubt,
            )


def _key(code: str, procedure: str, steps: tuple[str, ...], documents: tuple[str, ...]) -> str:
    about = "\n".join((procedure, "", *sorted(steps), "", *sorted(documents)))
    return f"{code}-{sha256(about.encode()).hexdigest()[:16]}"
