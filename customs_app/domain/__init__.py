"""What the field talks about: frozen dataclasses and enums. No Qt, no SQL, no files."""
