"""Which findings are dismissed: as long as their evidence is what it was."""

from collections.abc import Iterable

from customs_app.analysis.evidence_digest import digest
from customs_app.domain.meeting import Dismissal
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding
from customs_app.ui.loaded import Loaded


class Dismissals:
    """What reviewers said of findings of one state of the catalogue."""

    def __init__(self, rows: Iterable[Dismissal] = (), loaded: Loaded | None = None) -> None:
        self._loaded = loaded
        self._of: dict[str, tuple[Dismissal, ...]] = {}
        for row in rows:
            self._of[row.finding] = (*self._of.get(row.finding, ()), row)
        self._digests: dict[str, str] = {}

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the findings that are dismissed."""
        if self._loaded is None:
            return frozenset()
        found = self._loaded.by_key
        return frozenset(key for key in self._of if key in found and self.holding(found[key]))

    def holding(self, finding: Finding) -> tuple[Dismissal, ...]:
        """Who dismisses a finding as it stands now, the oldest first."""
        return tuple(row for row in self._of.get(finding.key, ()) if row.as_stood == self._digest(finding))

    def lapsed(self, finding: Finding) -> tuple[Dismissal, ...]:
        """Who dismissed a finding when its evidence was another, the oldest first."""
        return tuple(row for row in self._of.get(finding.key, ()) if row.as_stood != self._digest(finding))

    def _digest(self, finding: Finding) -> str:
        if finding.key not in self._digests:
            self._digests[finding.key] = digest_of(finding, self._loaded) if self._loaded else ""
        return self._digests[finding.key]


def digest_of(finding: Finding, loaded: Loaded) -> str:
    """The digest of a finding's evidence as it stands in what was loaded."""
    return digest(finding, _spoken_of(finding, loaded).values(), loaded.reference)


def _spoken_of(finding: Finding, loaded: Loaded) -> dict[str, FullProcedure]:
    """The procedures of which the evidence speaks, by id: its own, those of its steps, and those without."""
    own = {finding.procedure: loaded.procedures[finding.procedure]}
    for row in finding.evidence:
        full = loaded.procedure_of.get(row.step) if row.step else loaded.procedures.get(row.locator or "")
        if full is not None:
            own[full.procedure.id] = full
    return own
