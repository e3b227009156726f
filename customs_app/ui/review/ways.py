"""Ways from the review to what a finding or a mark speaks of, and from there to a finding."""

from collections.abc import Sequence

from customs_app.domain.review import Finding
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.inspector import Inspector
from customs_app.ui.session import Session


def find_finding(procedure_id: str | None, step_id: str | None, among: Sequence[Finding]) -> str | None:
    """The key of the first finding about a procedure and step; `step_id` may be the key of one too."""
    for finding in among:
        if step_id is not None and finding.key == step_id:
            return finding.key
        if procedure_id in (None, finding.procedure) and (step_id is None or step_id in finding.steps):
            return finding.key
    return None


def open_link(link: str, loaded: Loaded, inspector: Inspector, session: Session) -> None:
    """Follow a link of the evidence: `source:`, `procedure:` or `step:` and an id."""
    kind, _, target = link.partition(":")
    if kind == "source":
        inspector.show_source(target, loaded)
    elif kind == "procedure":
        session.go_to("catalogue", target)
    elif kind == "step":
        full = loaded.procedure_of.get(target)
        session.go_to("catalogue", full.procedure.id if full else None, target)
