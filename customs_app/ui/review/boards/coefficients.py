"""How far reviewers agree, in words: of all, by country and by rule."""

from dataclasses import dataclass

from customs_app.analysis.agreement import Agreement, Coefficient
from customs_app.analysis.rules import RULES
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.rows import RowsModel, RowsTable

CODE, NAME, ALPHA, MEANING = range(4)
_WIDTHS = {CODE: 56, NAME: 170, ALPHA: 52}


@dataclass(frozen=True, slots=True)
class CoefficientRow:
    """One coefficient: of all (`code` is empty), of a country (ISO 3166), or of a rule."""

    code: str
    name: str
    coefficient: Coefficient
    rule: bool = False


def rows_of(found: Agreement, reference: Reference, words: Words) -> tuple[CoefficientRow, ...]:
    """All of them from top to bottom: overall, then countries, then rules."""
    rows = [CoefficientRow("", words.text("All marks together"), found.overall)]
    for iso2, one in found.by_country.items():
        country = reference.countries.get(iso2)
        rows.append(CoefficientRow(iso2, country.name[words.language] if country else iso2, one))
    for code, one in found.by_rule.items():
        name = words.text(RULES[code].name) if code in RULES else code
        rows.append(CoefficientRow(code, name, one, rule=True))
    return tuple(rows)


class CoefficientsModel(RowsModel[CoefficientRow]):
    """A figure never stands alone: beside it stands what it means, and on what it rests."""

    heads = ("", N_("Country or rule"), N_("α"), N_("What it means"))
    figures = frozenset({ALPHA})
    head_tips = {  # noqa: RUF012 - never changed
        ALPHA: N_("Krippendorff’s alpha: 1 is full agreement, 0 what chance alone would bring about")
    }

    def text(self, row: CoefficientRow, column: int) -> str:
        """What a cell shows."""
        alpha = row.coefficient.alpha
        figure = UNKNOWN if alpha is None else number(alpha, self.words.language)
        return (row.code, row.name, figure, self.words.say(row.coefficient.meaning))[column]

    def tip(self, row: CoefficientRow, column: int) -> str:
        """What the figure means, whichever cell is asked."""
        return self.spoken(row, column)

    def spoken(self, row: CoefficientRow, _column: int) -> str:
        """The name, and what the figure means."""
        return self.words.named(row.name, self.words.say(row.coefficient.meaning))


def coefficients_table(session: Session, model: CoefficientsModel) -> RowsTable[CoefficientRow]:
    """The table of the coefficients."""
    says = session.words.text("Agreement by country and rule")
    return RowsTable(
        session, model, "agreement_coefficients", says, stretch=MEANING, widths=_WIDTHS, badges=(CODE,)
    )
