"""A corridor of eight legs from the file to its chain and all that it tells.

python -m benchmarks.corridor    from the top of the checkout, in the virtual environment .venv
"""

from collections.abc import Iterator
from statistics import median

from benchmarks import side_by_side
from benchmarks.lines import Line, ms, print_lines
from customs_app.catalogue.catalogue import Catalogue
from customs_app.reports.corridor_content import corridor_content

EIGHT_LEGS = ("COR-02", "COR-06")


def lines(catalogue: Catalogue) -> Iterator[Line]:
    """The slower of the two corridors of eight legs."""
    each = [
        side_by_side.seconds(lambda one=corridor_id: corridor_content(catalogue, one))
        for corridor_id in EIGHT_LEGS
    ]
    what = "corridor of 8 legs: read, bound, chained, all that it tells"
    yield Line(what, ms(max(each, key=median)), goal="under 200 ms")


if __name__ == "__main__":
    print_lines(lines)
