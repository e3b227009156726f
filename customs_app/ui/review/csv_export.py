"""The findings that are shown, as a CSV file for a spreadsheet."""

from collections.abc import Sequence
from functools import partial

from customs_app.analysis.rules import RULES
from customs_app.domain.review import Finding
from customs_app.language.labels import label
from customs_app.language.norms import norm_name
from customs_app.language.words import N_, Words
from customs_app.ui.csv_file import export_rows
from customs_app.ui.loaded import Loaded, steps_of
from customs_app.ui.review.saving import saving_words
from customs_app.ui.workspace import Workspace

_HEADS = (
    N_("Rule"), N_("Name"), N_("Country"), N_("Procedure"), N_("Steps"), N_("Confidence"), N_("Finding"),
    N_("Norm"), N_("Saving"), N_("Unknown of the saving"), N_("Why it may be wrong"), N_("Sources"),
)  # fmt: skip


def export_findings(owner: Workspace, findings: Sequence[Finding], loaded: Loaded) -> None:
    """Ask where, then write these findings, with progress and cancel."""
    text = owner.words.text
    make = partial(finding_rows, tuple(findings), loaded, owner.words)
    export_rows(owner, text("Findings"), text("Writing findings"), make)


def finding_rows(findings: Sequence[Finding], loaded: Loaded, words: Words) -> list[list[str]]:
    """A head, and a row of texts for each finding."""
    return [[words.text(head) for head in _HEADS], *(_row(one, loaded, words) for one in findings)]


def _row(finding: Finding, loaded: Loaded, words: Words) -> list[str]:
    language, reference = words.language, loaded.reference
    procedure = loaded.procedures[finding.procedure].procedure
    known, unknown = saving_words(finding.saving, words)
    norms = [reference.standards[one] for one in finding.standard if one in reference.standards]
    sources = dict.fromkeys(
        " ".join(part for part in (row.source, row.locator) if part) for row in finding.evidence if row.source
    )
    return [
        finding.rule,
        words.text(RULES[finding.rule].name),
        finding.country,
        procedure.title[language],
        "; ".join(f"{step.seq} {step.title[language]}" for step in steps_of(finding, loaded)),
        label(finding.confidence, words),
        words.say(finding.summary),
        "; ".join(norm_name(one, words) for one in norms),
        words.list_of(tuple(known)),
        unknown,
        words.say(finding.doubt),
        "; ".join(sources),
    ]
