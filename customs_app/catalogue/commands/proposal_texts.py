"""Commands about the texts of a proposal: a draft is rewritten, and stays so when its figures change."""

from dataclasses import dataclass

from customs_app.catalogue.commands.measures import about, named
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.dossier import TextKind, TextPlace
from customs_app.domain.errors import Problem
from customs_app.domain.text import Language, Message

_FILE = "proposals"
_TEXT = Table(
    "proposal_text",
    _FILE,
    ("proposal_id", "measure", "country", "kind", "language"),
    (
        Column("kind", required=True, codes=TextKind),
        Column("language", required=True, codes=Language),
        Column("country", refers_to="country"),
        Column("text", required=True),
    ),
)
_OF_THE_PROPOSAL = frozenset({TextKind.PROBLEM, TextKind.SUMMARY, TextKind.ASKED})


@dataclass(frozen=True, slots=True)
class RewriteText:
    """Write a text in place of a draft; the draft itself, written again, takes the text away.

    `draft` is the draft as it stood when the official began to write.
    """

    proposal_id: str
    place: TextPlace
    text: str
    draft: str

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Rewrite a text of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write the text, or word it anew."""
        key = _key(writer, self.proposal_id, self.place)
        text = checked(_TEXT, {"text": self.text}, writer.exists)["text"]
        if text == self.draft.strip():
            writer.delete("proposal_text", key)
            return
        earlier = writer.get("proposal_text", *key)
        row: Row = {
            "text": text,
            "draft": self.draft,
            "reviewer": writer.who.name,
            "delegation": writer.who.delegation,
            "at": writer.at,
        }
        if earlier is None:
            writer.insert("proposal_text", {**dict(zip(_TEXT.key, key, strict=True)), **row})
        elif (earlier["text"], earlier["draft"]) != (text, self.draft):
            writer.update("proposal_text", key, row)


@dataclass(frozen=True, slots=True)
class TakeDraft:
    """Take the draft in place of a rewritten text; where none is rewritten nothing changes."""

    proposal_id: str
    place: TextPlace

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Take the draft of a text of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Delete the rewritten text."""
        writer.delete("proposal_text", _key(writer, self.proposal_id, self.place))


@dataclass(frozen=True, slots=True)
class KeepText:
    """Keep a rewritten text over the draft of today, which the official has seen.

    Whose words they are stays as it was. Where none is rewritten nothing changes.
    """

    proposal_id: str
    place: TextPlace
    draft: str

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Keep a rewritten text of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Note the draft over which the text stands now."""
        key = _key(writer, self.proposal_id, self.place)
        writer.update("proposal_text", key, {"draft": self.draft})


def _key(writer: Writer, proposal_id: str, place: TextPlace) -> tuple[Cell, ...]:
    named(writer, proposal_id, place.measure, whole=place.kind in _OF_THE_PROPOSAL | {TextKind.TITLE})
    given: Row = {"kind": place.kind, "language": place.language, "country": place.country}
    row = checked(_TEXT, given, writer.exists)
    country = row["country"] or ""
    if bool(country) is (place.kind in _OF_THE_PROPOSAL | {TextKind.TITLE}):
        expected = Message("a country for texts about a measure in a country, and for no others")
        refuse([Problem(_FILE, None, "country", expected)])
    if place.kind in _OF_THE_PROPOSAL and place.measure:
        expected = Message("no measure: the text is about the whole proposal")
        refuse([Problem(_FILE, None, "measure", expected)])
    return proposal_id, place.measure, country, row["kind"], row["language"]
