"""Names of the parts of a corridor's chain, to be worded by `Words.text`."""

from collections.abc import Mapping

from customs_app.domain.corridor import GapKind, Role
from customs_app.language.words import N_, Words

_ROLES: Mapping[Role, str] = {
    Role.EXPORT: N_("Export"),
    Role.CROSS_OUT: N_("Leave the country"),
    Role.CROSS_IN: N_("Enter the country"),
    Role.TRANSIT: N_("Transit"),
    Role.IMPORT: N_("Import"),
}
_GAPS: Mapping[GapKind, str] = {
    GapKind.DRIVING: N_("driving: unknown"),
    GapKind.NO_PROCEDURE: N_("no procedure recorded"),
    GapKind.INSIDE_UNION: N_("inside the union"),
    GapKind.ON_PURPOSE: N_("none, on purpose"),
    GapKind.NOT_IN_CATALOGUE: N_("not in the catalogue"),
}


def role_name(role: Role, words: Words) -> str:
    """What a block is to the goods."""
    return words.text(_ROLES[role])


def gap_name(kind: GapKind, words: Words) -> str:
    """Why nothing is known of a piece of the journey."""
    return words.text(_GAPS[kind])
