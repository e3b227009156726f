"""The proposal that is printed for the meeting, as a PDF."""

from customs_app.reports.proposal_pdf.write import write_proposal

__all__ = ["write_proposal"]
