"""What the editor of a measure shows: a measure of a dossier, in one country."""

from dataclasses import dataclass

from customs_app.analysis.dossier.result import CountryPart, Dossier, DossierMeasure
from customs_app.domain.procedure import FullProcedure, Step


@dataclass(frozen=True, slots=True)
class MeasurePlace:
    """A measure of a dossier in one of its countries."""

    dossier: Dossier
    measure: DossierMeasure
    part: CountryPart

    @property
    def key(self) -> str:
        """The key of the measure."""
        return self.measure.key

    @property
    def country(self) -> str:
        """The country (ISO 3166 alpha-2)."""
        return self.part.country

    def step_of(self, step_id: str) -> tuple[FullProcedure, Step] | None:
        """A step with its procedure; None where the proposal has it no more."""
        for full in self.dossier.procedures:
            for step in full.steps:
                if step.id == step_id:
                    return full, step
        return None

    def numbers(self, step_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Numbers of steps in order of work."""
        wanted = set(step_ids)
        return tuple(
            str(step.seq) for full in self.dossier.procedures for step in full.steps if step.id in wanted
        )
