"""Findings as CSV: a row for each."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from customs_app.analysis.json_values import number_json
from customs_app.cli.csv_out import Value, amounts, write_csv
from customs_app.domain.figures import Range
from customs_app.domain.review import Finding
from customs_app.language.words import Words

COLUMNS = (
    "rule", "country", "procedure", "steps", "documents", "confidence", "summary", "doubt", "standard",
    "saving_min_h", "saving_typ_h", "saving_max_h", "saving_cost", "saving_documents", "saving_visits",
    "sources", "key",
)  # fmt: skip


def write_findings(found: Iterable[Finding], path: Path, words: Words) -> None:
    """Write them with codes and ids as in the catalogue, and sentences in the language of `words`.

    An unknown saving is empty. `sources` are ids, each with its place in the source. Raises OutputError.
    """
    write_csv(path, COLUMNS, (_row(finding, words) for finding in found))


def _row(finding: Finding, words: Words) -> Mapping[str, Value]:
    saving = finding.saving
    hours = saving.hours or Range()
    sources = (
        " ".join(part for part in (row.source, row.locator) if part) for row in finding.evidence if row.source
    )
    return {
        "rule": finding.rule,
        "country": finding.country,
        "procedure": finding.procedure,
        "steps": finding.steps,
        "documents": finding.documents,
        "confidence": finding.confidence.value,
        "summary": words.say(finding.summary),
        "doubt": words.say(finding.doubt),
        "standard": finding.standard,
        "saving_min_h": number_json(hours.min),
        "saving_typ_h": number_json(hours.typ),
        "saving_max_h": number_json(hours.max),
        "saving_cost": amounts(saving.cost or ()),
        "saving_documents": saving.documents,
        "saving_visits": saving.visits,
        "sources": tuple(dict.fromkeys(sources)),
        "key": finding.key,
    }
