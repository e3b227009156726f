"""Findings with all that they speak of, looked for beside the event loop and handed over as plain objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from customs_app.analysis.choose import choose
from customs_app.analysis.findings import findings
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.job import Progress
from customs_app.domain.procedure import FullProcedure, Procedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding

_PARTS = 3


@dataclass(frozen=True)
class Loaded:
    """Findings of the whole catalogue with all that they speak of; `procedures` by id."""

    findings: tuple[Finding, ...]
    procedures: Mapping[str, FullProcedure]
    reference: Reference
    _chosen: dict[tuple[Regime, Mode], Mapping[str, FullProcedure]] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> Mapping[str, Finding]:
        """Findings by their key."""
        return {finding.key: finding for finding in self.findings}

    @cached_property
    def of_procedure(self) -> Mapping[str, Sequence[Finding]]:
        """The findings about each procedure that has any, by its id."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.procedure, []).append(finding)
        return found

    @cached_property
    def procedure_of(self) -> Mapping[str, FullProcedure]:
        """The procedure of each step, by step id."""
        return {step.id: full for full in self.procedures.values() for step in full.steps}

    def peers(self, procedure: Procedure) -> Mapping[str, FullProcedure]:
        """Other countries' procedures of the same regime and mode, as the rules choose them, by country."""
        asked = procedure.regime, procedure.mode
        if asked not in self._chosen:
            best = choose(self._detailed, *asked, steps=self._sizes)
            self._chosen[asked] = {iso2: self.procedures[one.id] for iso2, one in best.items()}
        return {iso2: peer for iso2, peer in self._chosen[asked].items() if iso2 != procedure.country}

    @cached_property
    def _detailed(self) -> tuple[Procedure, ...]:
        every = (full.procedure for full in self.procedures.values())
        return tuple(one for one in every if one.view is View.DETAILED)

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        return {key: len(full.steps) for key, full in self.procedures.items()}


def load(path: Path, progress: Progress) -> Loaded:
    """Read a catalogue and look for findings in it. Raises CatalogueError."""
    progress(0, _PARTS)
    with open_catalogue(path, read_only=True) as catalogue:
        procedures, reference = catalogue.full_procedures(), catalogue.reference()
    progress(1, _PARTS)
    found = findings(procedures, reference)
    progress(2, _PARTS)
    loaded = Loaded(found, {full.procedure.id: full for full in procedures}, reference)
    # Read here once, so that the window need not.
    _ = loaded.by_key, loaded.procedure_of, loaded.of_procedure
    return loaded


def steps_of(finding: Finding, loaded: Loaded) -> tuple[Step, ...]:
    """The steps that a finding speaks of, in order of work; steps that are gone are left out."""
    full = loaded.procedures.get(finding.procedure)
    among = set(finding.steps)
    return tuple(step for step in full.steps if step.id in among) if full else ()
