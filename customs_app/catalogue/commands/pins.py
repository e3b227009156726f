"""Commands by which officials correct which step belongs with which."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.values import refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.alignment import Pin
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class SetPin:
    """Say that two steps belong together or do not, or that one stands alone.

    The id of `pin` is not looked at: one pin is kept of two steps, whichever is named first. Steps that
    belong together no longer stand alone; a step that stands alone no longer belongs with another.
    """

    pin: Pin

    def label(self, writer: Writer) -> Message:
        """Say of which steps, and what."""
        left = title(found(writer, "step", self.pin.left_step))
        if self.pin.right_step is None:
            return Message("“{step}” stands alone", {"step": left})
        values = {"left": left, "right": title(found(writer, "step", self.pin.right_step))}
        if self.pin.linked:
            return Message("“{left}” belongs with “{right}”", values)
        return Message("“{left}” does not belong with “{right}”", values)

    def apply(self, writer: Writer) -> None:
        """Write the pin over an earlier one of the same steps, and remove those that contradict it."""
        pin = self.pin
        steps = [step for step in (pin.left_step, pin.right_step) if step is not None]
        for step in steps:
            found(writer, "step", step)
        if len(set(steps)) < len(steps):
            refuse([Problem("pins", None, "right_step", Message("other steps than itself"))])
        if pin.linked and pin.right_step is None:
            refuse([Problem("pins", None, "right_step", Message("the step with which it belongs together"))])
        who: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation, "at": writer.at}
        row: Row = {"linked": int(pin.linked), **who}
        for other in _about(writer, steps):
            if {other["left_step"], other["right_step"]} == {pin.left_step, pin.right_step}:
                writer.new_id = str(other["id"])
            elif _contradicts(pin, other):
                writer.delete("pin", [other["id"]])
        if writer.new_id is not None:
            writer.update("pin", [writer.new_id], row)
            return
        writer.new_id = f"PIN-{stamp()}"
        ends: Row = {"left_step": pin.left_step, "right_step": pin.right_step}
        writer.insert("pin", {"id": writer.new_id, **ends, **row})


@dataclass(frozen=True, slots=True)
class RemovePin:
    """Take a pin away: the application finds again by itself what belongs together."""

    pin_id: str

    def label(self, writer: Writer) -> Message:
        """Say of which step."""
        row = found(writer, "pin", self.pin_id)
        step = title(found(writer, "step", str(row["left_step"])))
        return Message("Remove the correction at “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Delete the pin."""
        found(writer, "pin", self.pin_id)
        writer.delete("pin", [self.pin_id])


def _about(writer: Writer, steps: list[str]) -> list[Row]:
    rows = (
        row
        for step in steps
        for side in ("left_step", "right_step")
        for row in writer.rows("pin", **{side: step})
    )
    return list({row["id"]: row for row in rows}.values())


def _contradicts(pin: Pin, other: Row) -> bool:
    if pin.right_step is None:
        return bool(other["linked"])
    return pin.linked and other["right_step"] is None
