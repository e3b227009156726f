"""The proposal that is printed for the meeting, as a PDF."""
