"""What the fields of steps are called."""

from collections.abc import Mapping

from customs_app.domain.alignment import Field
from customs_app.language.words import N_, Words

_NAMES: Mapping[Field, str] = {
    Field.TITLE: N_("title"),
    Field.ACTIVITY: N_("activity"),
    Field.CHANNEL: N_("how it is done"),
    Field.TIME: N_("time"),
    Field.COST: N_("cost"),
    Field.DOCUMENTS: N_("documents"),
    Field.CONDITION: N_("condition"),
    Field.AGENCY: N_("agency"),
    Field.AFTER: N_("steps before"),
    Field.VISITS: N_("visits"),
    Field.LAW: N_("law"),
    Field.EVIDENCE: N_("evidence"),
}


def field_label(field: Field, words: Words) -> str:
    """The name of a field, as it stands on the line between two steps: `time`, `law`."""
    return words.text(_NAMES[field])
