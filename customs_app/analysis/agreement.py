"""How far the verdicts of reviewers agree, step by step and beyond what chance would bring about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.opinions import Target, by_target, most, wants
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding, Mark
from customs_app.domain.text import Message
from customs_app.language.words import N_

RELIABLE = 0.8
"""Krippendorff's alpha from which data are reliable."""
TENTATIVE = 2 / 3
"""Krippendorff's alpha below which nothing is to be concluded; between the two only tentatively."""
FEW = 5
"""Targets below which a coefficient rests on few."""

_NOT_MARKED_TWICE = N_("No step or document has been marked by two reviewers.")
_NO_VARIATION = N_(
    "All verdicts are the same: without any difference the coefficient cannot tell agreement from chance."
)


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Krippendorff's alpha (1 full agreement, 0 what chance brings about, below 0 less), nominal.

    It rests on `targets` steps and documents that two or more of the `raters` reviewers have marked; None
    where it says nothing, and `why_unknown` says why. `meaning` says it in words, with what it rests on.
    """

    alpha: float | None
    targets: int
    raters: int
    meaning: Message
    why_unknown: Message | None = None

    @property
    def few(self) -> bool:
        """Whether it rests on so few targets that one more may change it."""
        return self.targets < FEW


@dataclass(frozen=True, slots=True)
class TargetAgreement:
    """Who agrees about one step, or one document of it, and who does not.

    `verdicts` has delegations as keys: the different verdicts of their reviewers, in order of marking.
    `majority` is the verdict that most delegations want, None where two are wanted by equally many;
    `agree` are the delegations that want it, `dissent` those that want another. A delegation wants what
    most of its reviewers do; where two verdicts are equally strong in it, it stands in neither. `stale`
    are ids of marks on what has changed since: they count, and are named.
    """

    step_id: str
    document_id: str | None
    verdicts: Mapping[str, tuple[Verdict, ...]]
    majority: Verdict | None
    agree: tuple[str, ...]
    dissent: tuple[str, ...]
    stale: tuple[str, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether more than one verdict is given."""
        return len({verdict for own in self.verdicts.values() for verdict in own}) > 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement by target, in order of the steps, and in figures: of all, by country, and by rule.

    `by_country` has countries (ISO 3166) as keys that have marks, `by_rule` codes of rules, each over the
    targets that a finding of the rule speaks of, which `targets_by_rule` names.
    """

    targets: tuple[TargetAgreement, ...]
    overall: Coefficient
    by_country: Mapping[str, Coefficient]
    by_rule: Mapping[str, Coefficient]
    targets_by_rule: Mapping[str, tuple[Target, ...]]


def agreement(
    marks: Iterable[Mark], procedures: Iterable[FullProcedure], findings: Iterable[Finding] = ()
) -> Agreement:
    """How far marks on steps of the procedures agree; others are passed over.

    Raters are reviewers (name and delegation). Verdicts count as such: two that merge a step into
    different ones agree. In a blind round hand over only marks that are seen. A target belongs to a rule
    where one of `findings` speaks of the step (and of the document, if it is about one), or where it was
    marked on such a finding.
    """
    country = {step.id: full.procedure.country for full in procedures for step in full.steps}
    order = {step_id: place for place, step_id in enumerate(country)}
    about = by_target(mark for mark in marks if mark.step_id in country)
    targets = sorted(about, key=lambda target: (order[target[0]], target[1] or ""))
    by_country: dict[str, list[Target]] = {}
    for target in targets:
        by_country.setdefault(country[target[0]], []).append(target)
    rules = _rules(targets, about, findings)
    return Agreement(
        tuple(_of_target(target, about[target]) for target in targets),
        coefficient([about[target] for target in targets]),
        {iso2: coefficient([about[one] for one in own]) for iso2, own in by_country.items()},
        {rule: coefficient([about[one] for one in own]) for rule, own in rules.items()},
        rules,
    )


def coefficient(targets: Iterable[Sequence[Mark]]) -> Coefficient:
    """Krippendorff's alpha over targets, each given by its marks.

    Only those that two or more reviewers have marked carry information. Where all verdicts are the same
    there is no figure: both the observed and the expected disagreement are nothing.
    """
    ratings = [
        (mark.reviewer, number, mark.verdict)
        for number, marks in enumerate(targets)
        if len({mark.reviewer for mark in marks}) > 1
        for mark in marks
    ]
    pairs = len({number for _, number, _ in ratings})
    raters = len({reviewer for reviewer, _, _ in ratings})
    if not ratings or len({verdict for _, _, verdict in ratings}) < 2:
        why = Message(_NO_VARIATION if ratings else _NOT_MARKED_TWICE)
        meaning = _with_basis(why, pairs, raters) if ratings else why
        return Coefficient(None, pairs, raters, meaning, why)
    # Read when there is something to count: the library brings numpy with it.
    from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415

    alpha = float(AnnotationTask(ratings).alpha())
    return Coefficient(alpha, pairs, raters, _with_basis(_meaning(alpha), pairs, raters))


def _meaning(alpha: float) -> Message:
    if alpha >= RELIABLE:
        return Message("The reviewers agree reliably.")
    if alpha >= TENTATIVE:
        return Message("The reviewers agree well enough for tentative conclusions only.")
    if alpha > 0:
        return Message("The reviewers do not agree well enough for any conclusion.")
    return Message("The reviewers agree no better than chance would.")


def _with_basis(said: Message, targets: int, raters: int) -> Message:
    basis = Message(
        "{said} Marked by two or more: {targets}; reviewers: {raters}.",
        {"said": said, "targets": targets, "raters": raters},
    )
    if targets >= FEW:
        return basis
    return Message("{said} This rests on few and may change with the next mark.", {"said": basis})


def _of_target(target: Target, marks: Sequence[Mark]) -> TargetAgreement:
    verdicts: dict[str, list[Verdict]] = {}
    for mark in marks:
        verdicts.setdefault(mark.reviewer.delegation, []).append(mark.verdict)
    wanted = {delegation: verdict for delegation, verdict in wants(marks).items() if verdict is not None}
    majority = most(wanted.values())
    return TargetAgreement(
        step_id=target[0],
        document_id=target[1],
        verdicts={delegation: tuple(dict.fromkeys(own)) for delegation, own in verdicts.items()},
        majority=majority,
        agree=tuple(one for one, verdict in wanted.items() if verdict is majority),
        dissent=tuple(one for one, verdict in wanted.items() if majority and verdict is not majority),
        stale=tuple(mark.id for mark in marks if mark.stale),
    )


def _rules(
    targets: Sequence[Target], about: Mapping[Target, Sequence[Mark]], findings: Iterable[Finding]
) -> dict[str, tuple[Target, ...]]:
    """The targets of each rule: code of the rule, in order -> targets in order."""
    spoken: dict[str, set[Target]] = {}
    keys: dict[str, str] = {}
    for finding in findings:
        keys[finding.key] = finding.rule
        of_rule = spoken.setdefault(finding.rule, set())
        for step in finding.steps:
            of_rule.update((step, document) for document in (None, *finding.documents))
    found: dict[str, list[Target]] = {}
    for target in targets:
        rules = {rule for rule, of_rule in spoken.items() if target in of_rule}
        rules |= {_rule_of(mark.finding, keys) for mark in about[target] if mark.finding}
        for rule in rules:
            found.setdefault(rule, []).append(target)
    return {rule: tuple(found[rule]) for rule in sorted(found)}


def _rule_of(key: str, known: Mapping[str, str]) -> str:
    """The rule of a finding by its key, which begins with it, also where the finding is gone by now."""
    return known.get(key) or key.partition("-")[0]
