"""One thing to change, in every country that has it."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.decided import as_mark
from customs_app.domain.codes import Verdict
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Finding, Mark, Saving
from customs_app.domain.text import Message

_NO_LAW = "R12"


@dataclass(frozen=True, slots=True)
class Act:
    """A law that a measure touches in one country.

    `text` is the article that a reviewer named, else the legal basis of the step; None: article not known.
    """

    country: str
    step: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing to change, in every country that has it.

    It is about an activity (code), a document (UN/EDIFACT 1001 code, else English name) or the subject of
    a `rule`; the two others are None. `steps` and `saving` have countries (ISO 3166) as keys: ids of the
    steps it touches, and what it saves one consignment there as it is asked. `standards` are ids of the
    reference list. `decisions` are those of meetings that ask for it. `asked` is what marks or findings ask
    where an official has chosen another verdict, else None.
    """

    verdict: Verdict
    activity: str | None
    document: str | None
    rule: str | None
    title: Message
    steps: Mapping[str, tuple[str, ...]]
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    standards: tuple[str, ...]
    acts: tuple[Act, ...]
    saving: Mapping[str, Saving]
    decisions: tuple[Decision, ...] = ()
    asked: Verdict | None = None

    @property
    def key(self) -> str:
        """What names the measure as long as what is asked stays, and of what: `remove:activity:INS-02`.

        Whatever marks or findings of its kind come or go, in whatever country, and whatever verdict an
        official chooses in their place, the key is the same.
        """
        about = {"activity": self.activity, "document": self.document, "rule": self.rule}
        kind, topic = next(((kind, topic) for kind, topic in about.items() if topic is not None), ("", ""))
        return f"{self.asked or self.verdict}:{kind}:{topic}"

    @property
    def states_law(self) -> bool:
        """Whether it asks for nothing but that the law be stated on which a step rests (rule R12)."""
        return self.rule == _NO_LAW and self.asked is None

    @property
    def wanted(self) -> tuple[Mark, ...]:
        """What asks for it: its decisions in the form of marks, and its marks."""
        return (*map(as_mark, self.decisions), *self.marks)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries in which there is something to change, by code."""
        return tuple(sorted(self.steps))
