"""A corridor of eight legs from the file to its chain and all that it tells.

python -m benchmarks.corridor    from the top of the checkout, in the virtual environment .venv
"""

import sys
from statistics import median

from benchmarks import side_by_side
from customs_app.catalogue.catalogue import Catalogue
from customs_app.reports.corridor_content import corridor_content

EIGHT_LEGS = ("COR-02", "COR-06")


def lines(catalogue: Catalogue) -> list[tuple[str, str, str, str, str]]:
    """What, ours, beside it, ratio and goal, as the table of all benchmarks has them."""
    slowest = max(
        median(side_by_side.seconds(lambda one=corridor_id: corridor_content(catalogue, one), 7))
        for corridor_id in EIGHT_LEGS
    )
    what = "corridor of 8 legs: read, bound, chained, all that it tells"
    return [(what, f"{slowest * 1000:.1f} ms", "", "", "under 200 ms")]


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from customs_app.catalogue.file import create, open_catalogue

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.customs"
        create(path)
        with open_catalogue(path) as opened:
            for line in lines(opened):
                sys.stdout.write(f"{' | '.join(line)}\n")
