"""The proposals workspace: what the meeting is asked to adopt, and the pages on which it stands."""
