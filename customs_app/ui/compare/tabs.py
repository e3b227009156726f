"""The views of a comparison below its bar, each built when its tab is first chosen."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from customs_app.language.words import N_
from customs_app.ui.compare.loader import Answer
from customs_app.ui.session import Session


class Tab(StrEnum):
    """A view of a comparison."""

    MATRIX = "matrix"
    DISTANCE = "distance"
    INDICATORS = "indicators"
    PARCELS = "parcels"
    PLACES = "places"
    HEAT = "heat"
    STAGES = "stages"


NAMES = {
    Tab.MATRIX: N_("Matrix"),
    Tab.DISTANCE: N_("Distance"),
    Tab.INDICATORS: N_("Indicators"),
    Tab.PARCELS: N_("Parcels"),
    Tab.PLACES: N_("Places"),
    Tab.HEAT: N_("Heat map"),
    Tab.STAGES: N_("Time by stage"),
}


class TabPage(QWidget):
    """What stands in a tab but the matrix.

    `procedure_asked` carries the id of a procedure to be opened in the catalogue, `activity_asked` an
    activity (code) and countries to be shown in the matrix, `cell_asked` an activity and a country to be
    shown in the inspector alone; `told` when status or keys say something else.
    `failed` carries the error of a file that failed.
    """

    failed = Signal(object)
    procedure_asked = Signal(str)
    activity_asked = Signal(str, tuple)
    cell_asked = Signal(str, str)
    told = Signal()

    def show_answer(self, answer: Answer) -> None:
        """Show what belongs to an answer; called when it comes, or when the tab is chosen."""
        raise NotImplementedError

    def main(self) -> QWidget:
        """What gets the focus."""
        raise NotImplementedError

    def forget(self) -> None:
        """Read anew when an answer is shown next: the catalogue has changed."""

    def behind(self) -> QWidget | None:
        """What stands in the inspector while the tab is in sight: what is behind the current row."""
        return None

    def status_text(self) -> str:
        """What the foot of the window says, worded."""
        return ""

    def keys_text(self) -> str:
        """The most useful keys, worded."""
        return ""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions, with what they do."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 visits in turn."""
        return (self.main(),)

    def sentences(self) -> tuple[str, ...]:
        """What is copied of all of it, one line each."""
        return ()

    def save_state(self) -> Mapping[str, object]:
        """What is open and chosen, as JSON values."""
        return {}

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Open and choose it again."""


def _distance(session: Session) -> TabPage:
    from customs_app.ui.compare.distance_page import DistancePage  # noqa: PLC0415 - not before its tab

    return DistancePage(session)


def _indicators(session: Session) -> TabPage:
    from customs_app.ui.compare.indicators_page import IndicatorsPage  # noqa: PLC0415 - not before its tab

    return IndicatorsPage(session)


def _parcels(session: Session) -> TabPage:
    from customs_app.ui.compare.parcels_page import ParcelsPage  # noqa: PLC0415 - not before its tab

    return ParcelsPage(session)


def _places(session: Session) -> TabPage:
    from customs_app.ui.compare.places_page import PlacesPage  # noqa: PLC0415 - not before its tab

    return PlacesPage(session)


def _heat(session: Session) -> TabPage:
    from customs_app.ui.compare.picture_page import HeatPage  # noqa: PLC0415 - not before its tab

    return HeatPage(session)


def _stages(session: Session) -> TabPage:
    from customs_app.ui.compare.picture_page import StagesPage  # noqa: PLC0415 - not before its tab

    return StagesPage(session)


MAKERS: Mapping[Tab, Callable[[Session], TabPage]] = {
    Tab.DISTANCE: _distance,
    Tab.INDICATORS: _indicators,
    Tab.PARCELS: _parcels,
    Tab.PLACES: _places,
    Tab.HEAT: _heat,
    Tab.STAGES: _stages,
}
