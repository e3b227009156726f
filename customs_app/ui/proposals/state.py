"""What the proposals workspace keeps when the window is built anew, and small sums about it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from customs_app.analysis.dossier.result import Dossier
from customs_app.domain.text import Language
from customs_app.ui.proposals.page import MEASURE

if TYPE_CHECKING:
    from customs_app.ui.proposals.workspace import ProposalsWorkspace


def state_of(owner: "ProposalsWorkspace", open_id: str | None, texts: Language) -> Mapping[str, object]:
    """What is open and chosen, and in which languages it is written and printed, as JSON values."""
    return {
        "proposal": open_id,
        "part": owner.part,
        "measure": owner.measure_key,
        "country": owner.page.editor.country if owner.part == MEASURE else None,
        "texts_language": str(texts),
        "print_language": str(owner.print_language),
        "preview": dict(owner.preview.state()),
        "folded": owner.side.parts.parts.folded,
    }


def language_of(value: object, otherwise: Language) -> Language:
    """A language by its code, another where it is none."""
    return Language(str(value)) if value in set(Language) else otherwise


def ordered(keys: Sequence[str], key: str, before: int) -> tuple[str, ...] | None:
    """The keys with one of them put before the row `before`, counted from 0; None where nothing moves."""
    if key not in keys:
        return None
    after = list(keys)
    after.insert(max(0, min(before, len(after))), "")
    after.remove(key)
    after[after.index("")] = key
    return None if after == list(keys) else tuple(after)


def near(before: Dossier, key: str, now: Dossier) -> str:
    """The key of the measure that has taken the place of one that is gone; that one's where none has."""
    if not now.measures:
        return key
    number = next((one.number for one in before.measures if one.key == key), 1)
    return now.measures[min(number, len(now.measures)) - 1].key
