"""Commands about what a step does with documents."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.tables import STEP_DOCUMENT
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Form, Role
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class SetUse:
    """Say that a step takes, shows or issues a document, and in which form and how many copies."""

    step_id: str
    document_id: str
    role: Role
    form: Form | None = None
    copies: int | None = None

    def label(self, writer: Writer) -> Message:
        """Say which document of which step."""
        step, document = found(writer, "step", self.step_id), found(writer, "document", self.document_id)
        return Message(
            "Set document “{document}” of step “{step}”", {"document": title(document), "step": title(step)}
        )

    def apply(self, writer: Writer) -> None:
        """Write the use, over an earlier one of the same role."""
        step = found(writer, "step", self.step_id)
        given = {
            "step_id": self.step_id,
            "document_id": self.document_id,
            "role": self.role,
            "form": self.form,
            "copies": self.copies,
        }
        row = checked(STEP_DOCUMENT, given, writer.exists)
        key = [row[name] for name in STEP_DOCUMENT.key]
        if writer.get("step_document", *key) is None:
            writer.insert("step_document", {"country": step["country"], **row})
        else:
            writer.update("step_document", key, {"form": row["form"], "copies": row["copies"]})


@dataclass(frozen=True, slots=True)
class RemoveUse:
    """Say that a step no longer handles a document in this role; marks on it stay and become stale."""

    step_id: str
    document_id: str
    role: Role

    def label(self, writer: Writer) -> Message:
        """Say which document of which step."""
        step, document = found(writer, "step", self.step_id), found(writer, "document", self.document_id)
        return Message(
            "Remove document “{document}” from step “{step}”",
            {"document": title(document), "step": title(step)},
        )

    def apply(self, writer: Writer) -> None:
        """Take the use away."""
        writer.delete("step_document", [self.step_id, self.document_id, str(self.role)])
