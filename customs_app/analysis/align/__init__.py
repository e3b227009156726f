"""Which step of one procedure belongs with which of another."""

from customs_app.analysis.align.align import align, align_all

__all__ = ["align", "align_all"]
