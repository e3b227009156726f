"""Commands about the measures of a proposal: which stand in it, in which order, on what terms."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.commands.proposals import day_problems
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import Column, Kind, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Verdict
from customs_app.domain.dossier import Funds, Terms
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message
from customs_app.language.labels import label_message

_FILE = "proposals"
_TERMS = Table(
    "proposal_terms",
    _FILE,
    ("proposal_id", "measure", "country"),
    (
        Column("country", required=True, refers_to="country"),
        Column("cost_amount", Kind.NUMBER),
        Column("cost_currency"),
        Column("funds", codes=Funds),
        Column("funds_note"),
        Column("agency_id", refers_to="agency"),
        Column("body"),
        Column("due"),
        Column("months", Kind.WHOLE),
    ),
)


def named(writer: Writer, proposal_id: str, measure: str, *, whole: bool = False) -> None:
    """InputError where there is no such proposal, or the key names no measure.

    With `whole` it may be empty: the whole proposal.
    """
    found(writer, "proposal", proposal_id)
    if whole and not measure:
        return
    verdict, kind, topic = (*measure.split(":", 2), "", "")[:3]
    known = verdict in [str(one) for one in Verdict] and kind in ("activity", "document", "rule")
    if not known or not topic.strip() or "\0" in topic:
        expected = Message("the key of a measure, such as remove:activity:INS-02")
        refuse([Problem(_FILE, None, "measure", expected)])


def about(writer: Writer, proposal_id: str, said: Message) -> Message:
    """A label that names the proposal as `{proposal}`."""
    proposal = found(writer, "proposal", proposal_id)
    return Message(said.sentence, {**said.values, "proposal": str(proposal["title"])})


@dataclass(frozen=True, slots=True)
class LeaveOutMeasure:
    """Leave a measure (its key) out of a proposal; what is written about it stays."""

    proposal_id: str
    measure: str

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Leave a measure out of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Note it."""
        named(writer, self.proposal_id, self.measure)
        _put_choice(writer, self.proposal_id, self.measure, {"taken": 0})


@dataclass(frozen=True, slots=True)
class TakeInMeasure:
    """Take a measure that was left out into the proposal again."""

    proposal_id: str
    measure: str

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Take a measure into proposal “{proposal}” again"))

    def apply(self, writer: Writer) -> None:
        """Note it; where nothing is noted, the measure stands in the proposal already."""
        named(writer, self.proposal_id, self.measure)
        if writer.get("proposal_measure", self.proposal_id, self.measure) is not None:
            _put_choice(writer, self.proposal_id, self.measure, {"taken": 1})


@dataclass(frozen=True, slots=True)
class OrderMeasures:
    """Put the measures of a proposal in an order: keys, the first first; others come after them."""

    proposal_id: str
    measures: tuple[str, ...]

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Order the measures of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write the place of each."""
        order = tuple(dict.fromkeys(self.measures))
        for measure in order:
            named(writer, self.proposal_id, measure)
        for row in writer.rows("proposal_measure", proposal_id=self.proposal_id):
            if row["measure"] not in order:
                writer.update("proposal_measure", [self.proposal_id, row["measure"]], {"place": None})
        for place, measure in enumerate(order, start=1):
            _put_choice(writer, self.proposal_id, measure, {"place": place})


@dataclass(frozen=True, slots=True)
class ChooseVerdict:
    """Choose what a measure (its key) asks; the verdict in its key is that of its marks or findings again.

    All that is written about the measure stays. InputError for “keep”, which changes nothing.
    """

    proposal_id: str
    measure: str
    verdict: Verdict

    def label(self, writer: Writer) -> Message:
        """Say of which proposal, and which verdict."""
        said = Message(
            "Change the verdict of a measure of “{proposal}”: {verdict}",
            {"verdict": label_message(self.verdict)},
        )
        return about(writer, self.proposal_id, said)

    def apply(self, writer: Writer) -> None:
        """Note the verdict, and when it was chosen."""
        named(writer, self.proposal_id, self.measure)
        if self.verdict is Verdict.KEEP:
            expected = Message("a verdict that changes something; a measure that is not wanted is left out")
            refuse([Problem(_FILE, None, "verdict", expected)])
        verdict = None if self.measure.startswith(f"{self.verdict}:") else str(self.verdict)
        earlier = writer.get("proposal_measure", self.proposal_id, self.measure)
        if (None if earlier is None else earlier["verdict"]) != verdict:
            chosen: Row = {"verdict": verdict, "verdict_at": writer.at}
            _put_choice(writer, self.proposal_id, self.measure, chosen)


def _put_choice(writer: Writer, proposal_id: str, measure: str, values: Row) -> None:
    if writer.get("proposal_measure", proposal_id, measure) is not None:
        writer.update("proposal_measure", [proposal_id, measure], values)
        return
    row: Row = {"proposal_id": proposal_id, "measure": measure, "taken": 1, "place": None}
    writer.insert("proposal_measure", {**row, **values})


@dataclass(frozen=True, slots=True)
class SetTerms:
    """Say on what terms a country makes a change; terms that say nothing take earlier ones away.

    InputError for an amount without a currency, and for both a day and a number of months.
    """

    proposal_id: str
    measure: str
    country: str
    terms: Terms

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(
            writer, self.proposal_id, Message("Set cost, funds and term of a measure of “{proposal}”")
        )

    def apply(self, writer: Writer) -> None:
        """Write the terms."""
        named(writer, self.proposal_id, self.measure)
        row = self._checked(writer)
        key = (self.proposal_id, self.measure, row.pop("country"))
        if all(value is None for value in row.values()):
            writer.delete("proposal_terms", key)
        elif writer.get("proposal_terms", *key) is None:
            names = ("proposal_id", "measure", "country")
            writer.insert("proposal_terms", {**dict(zip(names, key, strict=True)), **row})
        else:
            writer.update("proposal_terms", key, row)

    def _checked(self, writer: Writer) -> Row:
        terms = self.terms
        given: Row = {
            "country": self.country,
            "cost_amount": None if terms.cost is None else terms.cost.amount,
            "cost_currency": None if terms.cost is None else terms.cost.currency,
            "funds": terms.funds,
            "funds_note": terms.funds_note,
            "agency_id": terms.agency_id,
            "body": terms.body,
            "due": terms.due,
            "months": terms.months,
        }
        row = checked(_TERMS, given, writer.exists)
        problems = list(day_problems(_FILE, "due", row["due"]))
        if terms.cost is not None and row["cost_currency"] is None:
            expected = Message("a currency by its three capital letters, such as KZT")
            problems.append(Problem(_FILE, None, "cost_currency", expected))
        if row["months"] == 0:
            problems.append(Problem(_FILE, None, "months", Message("a whole number above zero")))
        if row["due"] is not None and row["months"] is not None:
            expected = Message("either a day or a number of months, not both")
            problems.append(Problem(_FILE, None, "months", expected))
        refuse(problems)
        return row
