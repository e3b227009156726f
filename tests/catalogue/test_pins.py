"""Corrections of which step belongs with which."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import DeleteStep, RemovePin, SetPin
from customs_app.domain.alignment import Pin
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer

KZ, UZ, KG = "KZ-P-import-road-01", "UZ-P-import-road-01", "KG-P-import-road-china-01"


def _pins(catalogue: Catalogue) -> set[tuple[str, str | None, bool]]:
    return {(pin.left_step, pin.right_step, pin.linked) for pin in catalogue.pins()}


def test_a_pin_is_set_changed_and_removed(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(SetPin(Pin("", KZ, UZ, linked=True)), who)
    assert done.tables == {"pin"}
    assert done.procedures == {"KZ-P-import-road", "UZ-P-import-road"}
    assert "belongs with" in str(done.label)
    (pin,) = catalogue.pins()
    assert pin == Pin(str(done.new_id), KZ, UZ, linked=True)
    again = catalogue.run(SetPin(Pin("other", UZ, KZ, linked=False)), who)
    assert again.new_id == pin.id
    assert catalogue.pins() == (Pin(pin.id, KZ, UZ, linked=False),)
    catalogue.run(RemovePin(pin.id), who)
    assert catalogue.pins() == ()
    catalogue.undo(who)
    catalogue.undo(who)
    assert catalogue.pins() == (pin,)
    assert check(catalogue.path) == ()


def test_what_contradicts_goes_in_the_same_entry(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(SetPin(Pin("", KZ, UZ, linked=True)), who)
    catalogue.run(SetPin(Pin("", KG, KZ, linked=True)), who)
    catalogue.run(SetPin(Pin("", KG, UZ, linked=False)), who)
    catalogue.run(SetPin(Pin("", KZ, None, linked=False)), who)
    assert _pins(catalogue) == {(KG, UZ, False), (KZ, None, False)}
    catalogue.run(SetPin(Pin("", UZ, KZ, linked=True)), who)
    assert _pins(catalogue) == {(KG, UZ, False), (UZ, KZ, True)}
    catalogue.undo(who)
    assert _pins(catalogue) == {(KG, UZ, False), (KZ, None, False)}
    catalogue.undo(who)
    assert _pins(catalogue) == {(KZ, UZ, True), (KG, KZ, True), (KG, UZ, False)}


def test_a_step_that_goes_takes_its_pins_along(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(SetPin(Pin("", KZ, UZ, linked=True)), who)
    catalogue.run(SetPin(Pin("", KG, KZ, linked=False)), who)
    catalogue.run(SetPin(Pin("", KG, UZ, linked=False)), who)
    before = catalogue.fingerprint()
    catalogue.run(DeleteStep(KZ), who)
    assert _pins(catalogue) == {(KG, UZ, False)}
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_pins_that_are_refused(catalogue: Catalogue, who: Reviewer) -> None:
    for pin in (Pin("", KZ, KZ, linked=True), Pin("", KZ, None, linked=True)):
        with pytest.raises(InputError) as raised:
            catalogue.run(SetPin(pin), who)
        assert [problem.column for problem in raised.value.problems] == ["right_step"]
    for command in (SetPin(Pin("", "none", KZ, linked=True)), RemovePin("none")):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(command, who)
    assert catalogue.history() == ()
