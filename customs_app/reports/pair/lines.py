"""What each row of the two lists shows, worded once for a pair of procedures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from customs_app.analysis.align import field_label
from customs_app.domain.alignment import Field, Pair, PairKind
from customs_app.domain.codes import Channel, Stage
from customs_app.domain.procedure import Step
from customs_app.figures.figure_text import UNKNOWN, explain_time, time_text
from customs_app.language.country_names import country_name
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side

_ONE_SIDED = (PairKind.LEFT_ONLY, PairKind.RIGHT_ONLY)


class Tie(Enum):
    """What stands between the two sides of a row.

    MORE belongs to the pair that begins above it.
    """

    SAME = "same"
    DIFFERS = "differs"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class StepLook:
    """One step as a row shows it. `tag` names the language of a title that has no translation."""

    step: Step
    number: str
    title: str
    tag: str
    condition: str
    channel: Channel | None
    time: str
    time_says: str
    stage: Stage | None
    spoken: str


@dataclass(frozen=True, slots=True)
class PairLine:
    """One row: `part` of the `parts` rows of a pair.

    `said` are the words on the connector, `open` says that more fields are known on one side only.
    """

    pair: Pair
    left: StepLook | None
    right: StepLook | None
    tie: Tie
    said: tuple[str, ...]
    open: bool
    tip: str
    part: int = 0
    parts: int = 1

    @property
    def begins(self) -> bool:
        """Whether the pair begins with this row."""
        return self.part == 0

    @property
    def differs(self) -> bool:
        """Whether the two sides are known to differ."""
        return differs(self.pair)

    @property
    def key(self) -> str:
        """By what the row is found again: the ids of its steps."""
        return " ".join(look.step.id if look is not None else "-" for look in (self.left, self.right))

    def look(self, side: str) -> StepLook | None:
        """What the row has on a side."""
        return self.left if side == LEFT else self.right


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs differ and are the same, and how many steps stand on one side alone."""

    differ: int
    same: int
    alone: int


def differs(pair: Pair) -> bool:
    """Whether the two sides of a pair are known to differ, be it in order or number of steps."""
    return pair.kind is not PairKind.SAME or pair.moved


def counts(pairs: Sequence[Pair]) -> Counts:
    """How the pairs fall out."""
    both = [pair for pair in pairs if pair.kind not in _ONE_SIDED]
    differ = sum(differs(pair) for pair in both)
    return Counts(differ, len(both) - differ, len(pairs) - len(both))


def side_name(answer: Answer, side: str, words: Words) -> str:
    """What a side is called: a country, the procedure as it is or as it would be, or an edition."""
    if answer.effect is not None:
        return words.text("As it is") if side == LEFT else words.text("As it would be")
    if answer.versions is not None:
        title = answer.versions[0 if side == LEFT else 1]
        return words.text("Working copy") if title is None else words.text("Edition “{title}”", title=title)
    which = answer.left if side == LEFT else answer.right
    return country_name(which.country, answer.reference, words)


def lines_of(answer: Answer, words: Words) -> tuple[PairLine, ...]:
    """The rows of all pairs, in order of work."""
    looks = {
        side: {step.id: _look(step, which, answer, words) for step in which.full.steps}
        for side, which in ((LEFT, answer.left), (RIGHT, answer.right))
    }
    found: list[PairLine] = []
    for pair in answer.alignment.pairs:
        said, tip = _said(pair, answer, words), _tip(pair, answer, words)
        parts = max(len(pair.left), len(pair.right))
        for part in range(parts):
            left = looks[LEFT][pair.left[part]] if part < len(pair.left) else None
            right = looks[RIGHT][pair.right[part]] if part < len(pair.right) else None
            tie = _tie(pair) if part == 0 else Tie.MORE
            words_of = said if part == 0 else ()
            found.append(PairLine(pair, left, right, tie, words_of, bool(pair.unknown), tip, part, parts))
    return tuple(found)


def _tie(pair: Pair) -> Tie:
    if pair.kind is PairKind.LEFT_ONLY:
        return Tie.LEFT_ONLY
    if pair.kind is PairKind.RIGHT_ONLY:
        return Tie.RIGHT_ONLY
    return Tie.DIFFERS if differs(pair) else Tie.SAME


def _look(step: Step, side: Side, answer: Answer, words: Words) -> StepLook:
    title = step.title.shown(words.language)
    activity = answer.reference.activities.get(step.activity)
    condition = step.condition.shown(words.language).text if step.condition is not None else ""
    time = time_text(side.times[step.id], side.numbered, words)
    channel = words.text("way unknown") if step.channel is None else label(step.channel, words)
    hours = words.text("time unknown") if time == UNKNOWN else words.text("{hours} h", hours=time)
    spoken = [f"{step.seq} {title.text}", channel, hours]
    if condition:
        spoken.append(words.text("If: {condition}", condition=condition))
    return StepLook(
        step,
        str(step.seq),
        title.text,
        str(title.language).upper() if title.language is not words.language else "",
        condition,
        step.channel,
        time,
        explain_time(side.times[step.id], side.numbered, words),
        activity.stage if activity is not None else None,
        words.list_of(tuple(spoken)),
    )


def _said(pair: Pair, answer: Answer, words: Words) -> tuple[str, ...]:
    """The words on the connector of a pair."""
    if pair.kind in _ONE_SIDED:
        return (only_text(pair, answer, words),)
    said = []
    if pair.moved:
        said.append(words.text("moved"))
    if pair.kind is PairKind.SPLIT:
        said.append(words.text("split {left} : {right}", left=len(pair.left), right=len(pair.right)))
    elif pair.kind is PairKind.MERGED:
        said.append(words.text("merged {left} : {right}", left=len(pair.left), right=len(pair.right)))
    said += [field_label(field, words) for field in pair.fields]
    return tuple(said)


def only_text(pair: Pair, answer: Answer, words: Words) -> str:
    """Says that a step stands on one side alone: by country, or by side where both are of one."""
    left = pair.kind is PairKind.LEFT_ONLY
    if answer.effect is not None:
        return words.text("only as it is") if left else words.text("only as it would be")
    if answer.left.country == answer.right.country:
        return words.text("only at the left") if left else words.text("only at the right")
    return words.text("only {country}", country=side_name(answer, LEFT if left else RIGHT, words))


def _tip(pair: Pair, answer: Answer, words: Words) -> str:
    """All that the connector says, in whole sentences."""
    if pair.kind in _ONE_SIDED:
        return only_text(pair, answer, words)
    told = []
    if pair.kind is PairKind.SPLIT:
        told.append(words.text("One step at the left is several at the right."))
    elif pair.kind is PairKind.MERGED:
        told.append(words.text("Several steps at the left are one at the right."))
    if pair.moved:
        told.append(words.text("It comes at another place of the order of work."))
    if pair.fields:
        told.append(words.text("Different: {fields}.", fields=_names(pair.fields, words)))
    elif not told:
        told.append(words.text("No field is known to differ."))
    if pair.unknown:
        told.append(words.text("Known on one side only: {fields}.", fields=_names(pair.unknown, words)))
    if pair.pinned:
        told.append(words.text("Set together by hand."))
    return "\n".join(told)


def _names(fields: Sequence[Field], words: Words) -> tuple[str, ...]:
    return tuple(field_label(field, words) for field in fields)
