"""Every coded value of what a corridor tells has a name of its own."""

from customs_app.analysis.cleared_inland import Cleared
from customs_app.analysis.corridor.border_times import Nearness
from customs_app.analysis.corridor.guarantees import GuaranteeKind, Standing
from customs_app.analysis.corridor.payments import Payable
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.logistics_places import PlaceGroup


def test_each_value_has_its_own_name() -> None:
    codes = [*Nearness, *GuaranteeKind, *Standing, *Payable, *PlaceGroup, *Cleared]
    names = [told_name(code).sentence for code in codes]
    assert len(set(names)) == len(codes)
    # Two enums spell `border` alike and mean different things.
    assert told_name(PlaceGroup.BORDER) != told_name(Cleared.BORDER) != told_name(Nearness.BORDER)
