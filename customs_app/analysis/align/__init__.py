"""Which step of one procedure belongs with which of another."""

from customs_app.analysis.align.align import align, align_all
from customs_app.analysis.align.field_names import field_label

__all__ = ["align", "align_all", "field_label"]
