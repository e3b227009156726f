"""What stays when a proposal is read again."""

from customs_app.analysis.measures import Measure
from customs_app.reports.content import Content


def same_measures(one: Content, other: Content) -> bool:
    """Whether two contents say the same about the measures."""
    return (
        one.from_findings == other.from_findings
        and one.measures == other.measures
        and one.marks == other.marks
        and one.sources == other.sources
        and one.comparison.procedures == other.comparison.procedures
    )


def topic(measure: Measure) -> tuple[str | None, ...]:
    """What makes a measure the same one when the proposal is read again."""
    return measure.verdict, measure.activity, measure.document, measure.rule
