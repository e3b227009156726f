"""Runs the application: `python -m customs_app`."""

from customs_app.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
