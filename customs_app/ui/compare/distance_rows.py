"""Distances of countries to a common procedure as rows: a country each, and below a change each."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.distance import ChangeKind, Common, Distance, kind_label
from customs_app.domain.reference import Reference
from customs_app.language.country_names import country_name
from customs_app.language.words import N_, Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

CODE, NAME, TOTAL = range(3)
FIRST_KIND = 3
_KINDS = tuple(ChangeKind)
UNKNOWN = FIRST_KIND + len(_KINDS)


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country with its distance; `model` says that the common procedure is its own."""

    distance: Distance
    name: str
    model: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change of a country, or one thing that is not known (`activity` is empty then)."""

    kind: str
    text: str
    activity: str
    about: str


class CountriesModel(RowsModel[CountryRow]):
    """How many changes of each kind a country needs; what is not known is never counted."""

    heads = (
        "",
        N_("Country"),
        N_("Changes"),
        N_("Add"),
        N_("Drop"),
        N_("Channel"),
        N_("Documents +"),
        N_("Documents −"),
        N_("Order"),
        N_("Unknown"),
    )
    figures = frozenset(range(TOTAL, UNKNOWN + 1))
    head_tips = {  # noqa: RUF012 - never changed
        TOTAL: N_("All changes that bring the country’s procedure to the common one"),
        FIRST_KIND: N_("Activities to add"),
        FIRST_KIND + 1: N_("Activities to drop"),
        FIRST_KIND + 2: N_("Lighter channels"),
        FIRST_KIND + 3: N_("Documents to ask for"),
        FIRST_KIND + 4: N_("Documents to ask for no longer"),
        FIRST_KIND + 5: N_("Changes of order"),
        UNKNOWN: N_("What is not recorded: never counted as a change"),
    }

    def text(self, row: CountryRow, column: int) -> str:
        """What a cell shows."""
        if column == CODE:
            return row.distance.country
        if column == NAME:
            return self._name(row)
        if column == TOTAL:
            return str(len(row.distance.changes))
        if column == UNKNOWN:
            return str(len(row.distance.unknown)) if row.distance.unknown else "–"
        return str(row.distance.counts[_KINDS[column - FIRST_KIND]] or "–")

    def tip(self, row: CountryRow, column: int) -> str:
        """What is not known, in full."""
        if column != UNKNOWN:
            return ""
        return "\n".join(self.words.say(one) for one in row.distance.unknown)

    def spoken(self, row: CountryRow, column: int) -> str:
        """The country, and what the figure counts."""
        if column < TOTAL:
            return self.text(row, column)
        if column == TOTAL:
            changes = self.words.count("{n} change", "{n} changes", len(row.distance.changes))
            return f"{row.name}, {changes}"
        if column == UNKNOWN:
            return f"{row.name}, {self.words.text('unknown')}: {len(row.distance.unknown)}"
        kind = _KINDS[column - FIRST_KIND]
        return f"{row.name}, {kind_label(kind, self.words)}: {row.distance.counts[kind]}"

    def _name(self, row: CountryRow) -> str:
        if row.model:
            return self.words.text("{country} (the common procedure)", country=row.name)
        return row.name


class ChangesModel(RowsModel[ChangeRow]):
    """The changes of one country, kind by kind."""

    heads = (N_("Kind"), N_("What changes"), N_("Activity"))

    def text(self, row: ChangeRow, column: int) -> str:
        """What a cell shows."""
        return (row.kind, row.text, row.about)[column]

    def tip(self, row: ChangeRow, column: int) -> str:
        """The whole sentence."""
        return self.text(row, column)


def country_rows(
    found: Sequence[Distance], common: Common, reference: Reference, words: Words
) -> tuple[CountryRow, ...]:
    """One row a country, in the order of the distances."""
    return tuple(
        CountryRow(one, country_name(one.country, reference, words), one.country == common.like)
        for one in found
    )


def change_rows(distance: Distance, reference: Reference, words: Words) -> tuple[ChangeRow, ...]:
    """The changes of a country, then what is not known of it."""
    changes = [
        ChangeRow(
            kind_label(one.kind, words),
            words.say(one.message),
            one.activity,
            _about(one.activity, reference, words),
        )
        for one in distance.changes
    ]
    unknown = words.text("Not counted")
    return (*changes, *(ChangeRow(unknown, words.say(one), "", "") for one in distance.unknown))


def countries_table(session: Session, model: CountriesModel) -> RowsTable[CountryRow]:
    """The table of the countries."""
    widths = {CODE: 52, TOTAL: 88, **dict.fromkeys(range(FIRST_KIND, UNKNOWN), 88), UNKNOWN: 88}
    return RowsTable(
        session,
        model,
        "compare_distance",
        session.words.text("Distance of each country to the common procedure"),
        stretch=NAME,
        widths=widths,
        badges=(CODE,),
    )


def changes_table(session: Session, model: ChangesModel) -> RowsTable[ChangeRow]:
    """The table of one country's changes."""
    says = session.words.text("Changes of the chosen country")
    return RowsTable(session, model, "compare_changes", says, stretch=1, widths={0: 190, 2: 230})


def _about(code: str, reference: Reference, words: Words) -> str:
    activity = reference.activities.get(code)
    return activity.name[words.language] if activity is not None else ""
