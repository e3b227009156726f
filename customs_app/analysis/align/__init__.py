"""Which step of one procedure belongs with which of another."""

from customs_app.analysis.align.align import align, align_all
from customs_app.analysis.align.field_names import field_label
from customs_app.analysis.align.field_rows import field_rows

__all__ = ["align", "align_all", "field_label", "field_rows"]
