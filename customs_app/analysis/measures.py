"""Marks or findings of several countries, brought together as the measures of a proposal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from customs_app.analysis.decided import as_mark, newest, overruled
from customs_app.analysis.marked_saving import document_subject, marked_saving
from customs_app.analysis.measure import Act, Measure
from customs_app.analysis.measure_acts import acts_touched
from customs_app.analysis.rules import RULES
from customs_app.analysis.rules.common import activity_name, document_name, rank
from customs_app.analysis.rules.saving import add
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding, Mark, Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

__all__ = [
    "Act",
    "Measure",
    "measures_from_findings",
    "measures_from_marks",
    "suggested_verdict",
    "with_verdict",
]

_TITLES: Mapping[Verdict, str] = {
    Verdict.REMOVE: N_("Remove: {what}"),
    Verdict.MERGE: N_("Merge: {what}"),
    Verdict.SUBMIT_ONCE: N_("Submit once: {what}"),
    Verdict.PARALLEL: N_("Do in parallel: {what}"),
    Verdict.ONLINE: N_("Move online: {what}"),
    Verdict.RISK_BASED: N_("Only where risk calls for it: {what}"),
    Verdict.LAW_FIRST: N_("Change the law: {what}"),
}
_RULE_TITLES: Mapping[str, str] = {
    "R09": N_("One visit to one agency"),
    "R10": N_("One payment to one agency"),
    "R12": N_("State the law on which each mandatory step rests"),
    "R15": N_("Take cargo information before arrival"),
    "R17": N_("Ask for each data element once"),
}
"""Rules whose findings make one measure, whatever the activities are."""
_OF_DOCUMENTS = frozenset({"R01", "R04", "R05"})
"""Rules whose findings are about a document."""


@dataclass(frozen=True, slots=True)
class _Topic:
    verdict: Verdict
    activity: str | None = None
    document: str | None = None
    rule: str | None = None


@dataclass(slots=True)
class _Draft:
    """What one topic has gathered so far."""

    title: Message
    steps: dict[str, list[str]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    savings: dict[str, list[Saving]] = field(default_factory=dict)

    @property
    def wanted(self) -> tuple[Mark, ...]:
        """Marks, and decisions in the form of marks."""
        return (*self.marks, *map(as_mark, self.decisions))

    def touch(self, country: str, steps: Iterable[str]) -> None:
        """Note the steps that the measure touches in a country, each once."""
        known = self.steps.setdefault(country, [])
        known.extend(step for step in dict.fromkeys(steps) if step not in known)


def suggested_verdict(finding: Finding, procedures: Mapping[str, FullProcedure]) -> Verdict:
    """The verdict that a finding suggests; keys of `procedures` are ids.

    A slow control (R13) should be done by risk, any other slow step beside the others.
    """
    if finding.rule == "R13" and finding.steps:
        step = procedures[finding.procedure].step(finding.steps[0])
        return Verdict.RISK_BASED if step.activity.startswith("INS-") else Verdict.PARALLEL
    return RULES[finding.rule].suggests


def measures_from_marks(
    marks: Sequence[Mark],
    procedures: Sequence[FullProcedure],
    reference: Reference,
    decisions: Sequence[Decision] = (),
) -> tuple[Measure, ...]:
    """Measures of what reviewers decided: marks of one verdict about one activity or document are one.

    "Keep" changes nothing and makes none. Marks on steps of other procedures are passed over. What meetings
    have decided (`decisions`) makes measures as marks do, and marks that want otherwise make none. First
    the measures of most countries, then those of most marks.
    """
    place = {step.id: (full, step) for full in procedures for step in full.steps}
    drafts: dict[_Topic, _Draft] = {}
    lost = {mark.id for mark, _ in overruled(marks, decisions)}
    for mark in marks:
        if mark.id not in lost:
            _gather(drafts, mark, place, reference)
    for decision in newest(decisions).values():
        _gather(drafts, decision, place, reference)
    order = _order_of(procedures)
    for draft in drafts.values():
        for full in _touched(draft, place, order):
            own = {step.id for step in full.steps}
            saving = marked_saving(full, [mark for mark in draft.wanted if mark.step_id in own], reference)
            draft.savings.setdefault(full.procedure.country, []).append(saving)
    done = [_measure(topic, draft, _touched(draft, place, order)) for topic, draft in drafts.items()]
    done.sort(key=lambda one: (-len(one.steps), -len(one.marks), _order(one)))
    return tuple(done)


def _order_of(procedures: Sequence[FullProcedure]) -> Mapping[str, int]:
    return {full.procedure.id: number for number, full in enumerate(procedures)}


def _touched(
    draft: _Draft, place: Mapping[str, tuple[FullProcedure, Step]], order: Mapping[str, int]
) -> list[FullProcedure]:
    """The procedures of the steps that a draft touches, in their order."""
    steps = (step for of_country in draft.steps.values() for step in of_country)
    found = {full.procedure.id: full for full, _ in (place[step] for step in steps if step in place)}
    return [found[one] for one in sorted(found, key=order.__getitem__)]


def _gather(
    drafts: dict[_Topic, _Draft],
    wanted: Mark | Decision,
    place: Mapping[str, tuple[FullProcedure, Step]],
    reference: Reference,
) -> None:
    """Add a mark or a decision to the draft of its measure."""
    if wanted.verdict is Verdict.KEEP or wanted.step_id not in place:
        return
    full, step = place[wanted.step_id]
    topic = _topic_of_mark(wanted, step, reference)
    name = document_name(wanted.document_id, reference) if wanted.document_id else None
    what = name or activity_name(step.activity, reference)
    draft = drafts.setdefault(topic, _Draft(Message(_TITLES[topic.verdict], {"what": what})))
    draft.touch(full.procedure.country, [step.id])
    if isinstance(wanted, Mark):
        draft.marks.append(wanted)
    else:
        draft.decisions.append(wanted)


def measures_from_findings(
    found: Sequence[Finding],
    procedures: Sequence[FullProcedure],
    reference: Reference,
    *,
    least: Confidence = Confidence.MEDIUM,
) -> tuple[Measure, ...]:
    """Measures that findings suggest, leaving out those of a confidence below `least`.

    First the measures of most countries, then the strongest.
    """
    by_id = {full.procedure.id: full for full in procedures}
    drafts: dict[_Topic, _Draft] = {}
    for finding in found:
        if finding.procedure not in by_id or rank(finding.confidence) > rank(least):
            continue
        topic, title = _topic_of_finding(finding, by_id, reference)
        draft = drafts.setdefault(topic, _Draft(title))
        # What shares a step with an earlier finding saves a part of the same again: it is not added.
        if not set(finding.steps) & set(draft.steps.get(finding.country, ())):
            draft.savings.setdefault(finding.country, []).append(finding.saving)
        draft.touch(finding.country, finding.steps)
        draft.findings.append(finding)
    place = {step.id: (full, step) for full in procedures for step in full.steps}
    order = _order_of(procedures)
    done = [_measure(topic, draft, _touched(draft, place, order)) for topic, draft in drafts.items()]
    done.sort(
        key=lambda one: (
            -len(one.steps),
            min(rank(finding.confidence) for finding in one.findings),
            _order(one),
        )
    )
    return tuple(done)


def with_verdict(measure: Measure, verdict: Verdict | None) -> Measure:
    """The measure with another verdict than marks or findings ask; None: with the one that they ask.

    Its key stays; its title follows, but for that of a rule whose findings make one measure.
    """
    asked = measure.asked or measure.verdict
    chosen = verdict or asked
    title = measure.title
    if title.sentence in _TITLES.values():
        title = Message(_TITLES[chosen], title.values)
    return replace(measure, verdict=chosen, asked=None if chosen is asked else asked, title=title)


def _topic_of_mark(mark: Mark | Decision, step: Step, reference: Reference) -> _Topic:
    if mark.document_id is not None:
        return _Topic(mark.verdict, document=document_subject(mark.document_id, reference))
    return _Topic(mark.verdict, activity=step.activity)


def _topic_of_finding(
    finding: Finding, procedures: Mapping[str, FullProcedure], reference: Reference
) -> tuple[_Topic, Message]:
    verdict = suggested_verdict(finding, procedures)
    if finding.rule in _RULE_TITLES or not finding.steps:
        title = Message(_RULE_TITLES.get(finding.rule, RULES[finding.rule].name))
        return _Topic(verdict, rule=finding.rule), title
    if finding.rule in _OF_DOCUMENTS:
        document = finding.documents[0]
        topic = _Topic(verdict, document=document_subject(document, reference))
        return topic, Message(_TITLES[verdict], {"what": document_name(document, reference)})
    # Of two steps in a needless sequence (R07) the later one is moved, so the last names the activity.
    activity = procedures[finding.procedure].step(finding.steps[-1]).activity
    topic = _Topic(verdict, activity=activity)
    return topic, Message(_TITLES[verdict], {"what": activity_name(activity, reference)})


def _measure(topic: _Topic, draft: _Draft, procedures: Sequence[FullProcedure]) -> Measure:
    rules = dict.fromkeys(
        [finding.rule for finding in draft.findings]
        + [rule for mark in draft.marks if (rule := (mark.finding or "").partition("-")[0]) in RULES]
    )
    cited = dict.fromkeys(standard for rule in rules for standard in RULES[rule].standards)
    return Measure(
        verdict=topic.verdict,
        activity=topic.activity,
        document=topic.document,
        rule=topic.rule,
        title=draft.title,
        steps={country: tuple(steps) for country, steps in sorted(draft.steps.items())},
        marks=tuple(draft.marks),
        findings=tuple(draft.findings),
        standards=tuple(cited) or _standards_of(topic.verdict),
        acts=acts_touched(draft.steps, draft.wanted, procedures),
        saving={country: add(savings) for country, savings in sorted(draft.savings.items())},
        decisions=tuple(draft.decisions),
    )


def _standards_of(verdict: Verdict) -> tuple[str, ...]:
    """What supports a verdict that no finding stands behind: the norms of the rules that suggest it."""
    return tuple(
        dict.fromkeys(
            standard for rule in RULES.values() if rule.suggests is verdict for standard in rule.standards[:1]
        )
    )


def _order(measure: Measure) -> tuple[str, str]:
    about = measure.rule or measure.document or measure.activity or ""
    return measure.verdict.value, about
