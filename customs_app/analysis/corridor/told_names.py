"""Names of what a corridor tells, to be worded by `Words.say`; the window and the papers use the same."""

from collections.abc import Mapping
from enum import StrEnum

from customs_app.analysis.cleared_inland import Cleared
from customs_app.analysis.corridor.border_times import Nearness
from customs_app.analysis.corridor.guarantees import GuaranteeKind, Standing
from customs_app.analysis.corridor.payments import Payable
from customs_app.analysis.logistics_places import PlaceGroup
from customs_app.domain.text import Message
from customs_app.language.words import N_

_NAMES: Mapping[tuple[type[StrEnum], str], str] = {
    (type(code), code.value): name
    for code, name in (
        (Nearness.PLACE, N_("at this place")),
        (Nearness.BORDER, N_("at this border, elsewhere")),
        (Nearness.COUNTRY, N_("average of the country’s crossings")),
        (GuaranteeKind.SECURITY, N_("security for duties")),
        (GuaranteeKind.TIR, N_("TIR carnet")),
        (GuaranteeKind.ESCORT, N_("escort")),
        (GuaranteeKind.SEAL, N_("seal")),
        (Standing.RECORDED, N_("recorded")),
        (
            Standing.NOT_RECORDED,
            N_("Transit, but no security is recorded: that does not say that none is asked for."),
        ),
        (Standing.NO_TRANSIT, N_("No transit through the country is recorded.")),
        (Standing.NO_PROCEDURE, N_("No procedure is recorded, so nothing is known.")),
        (Payable.OWN, N_("in the country’s own currency")),
        (Payable.MEMBER, N_("in another member’s currency")),
        (Payable.DOLLAR, N_("in US dollars")),
        (Payable.OTHER, N_("in another currency")),
        (Payable.UNKNOWN, N_("told in US dollars by a survey; in which money it is paid is unknown")),
        (PlaceGroup.BORDER, N_("at the border")),
        (PlaceGroup.PORT, N_("at a seaport or airport")),
        (PlaceGroup.LOGISTICS, N_("at a dry port or logistics centre")),
        (PlaceGroup.INLAND, N_("at an inland customs office")),
        (Cleared.BORDER, N_("cleared at the border or port")),
        (Cleared.INLAND, N_("cleared inland")),
        (Cleared.NOT_SAID, N_("where it is cleared is not said")),
    )
}


def told_name(code: Nearness | GuaranteeKind | Standing | Payable | PlaceGroup | Cleared) -> Message:
    """The name of a coded value of what a corridor, a place or a clearance tells."""
    return Message(_NAMES[type(code), code.value])
