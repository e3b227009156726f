"""Makes the golden files anew; read what changed before you commit them.

python -m tests.reports.golden.make    from the top of the checkout, in the virtual environment .venv
"""

import tempfile
from pathlib import Path

from customs_app import paths
from customs_app.catalogue.file import create
from customs_app.domain.text import Language
from tests.reports.golden.papers import PAPERS, STARTING, content, golden


def main() -> None:
    """Write what each paper says in each language."""
    paths.STARTING = STARTING
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.customs"
        create(file)
        told = content(file)
        for kind, made in PAPERS.items():
            for language in Language:
                text = made(told, Path(folder) / f"paper.{kind}", language)
                golden(kind, language).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
