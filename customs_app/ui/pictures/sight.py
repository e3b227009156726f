"""Which part of a picture is in sight, and how large: plain arithmetic, without a window."""

from dataclasses import dataclass

LEAST, MOST = 0.1, 4.0
"""How small and how large a picture may be shown; 1 = as large as it was made."""
STEP = 1.2
_FIRST_LEAST = 0.8
"""Below this the letters of a picture cannot be read: it is rather shown in part at first."""
_ROUND = 1e-9


@dataclass(slots=True)
class Sight:
    """A picture of `width` x `height` seen through a window of `wide` x `high` logical pixels.

    `zoom` is how large a unit of the picture is shown; `x` and `y` (units) stand at the upper left corner of
    the window. A picture smaller than the window stands in its upper left corner.
    """

    width: float = 1.0
    height: float = 1.0
    wide: float = 1.0
    high: float = 1.0
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def fitting(self) -> float:
        """The zoom at which all of it is in sight, never more than as it was made."""
        fits = min(self.wide / max(self.width, 1.0), self.high / max(self.height, 1.0), 1.0)
        return max(fits, LEAST)

    @property
    def fits(self) -> bool:
        """Whether it is shown as large as it fits."""
        return abs(self.zoom - self.fitting) < _ROUND

    @property
    def room(self) -> tuple[float, float]:
        """How far it can be moved (units), to the left and upwards."""
        return (
            max(0.0, self.width - self.wide / self.zoom),
            max(0.0, self.height - self.high / self.zoom),
        )

    @property
    def readable(self) -> float:
        """The zoom at which all of it is in sight, where that can be read; otherwise 1."""
        return self.fitting if self.fitting >= _FIRST_LEAST else 1.0

    def begin(self) -> None:
        """Show all of it where that can be read, otherwise its beginning as it was made."""
        self.zoom = self.readable
        self.x = self.y = 0.0

    def move(self, x: float, y: float) -> None:
        """Bring a point to the upper left corner, as far as there is picture to show."""
        across, down = self.room
        self.x, self.y = min(max(x, 0.0), across), min(max(y, 0.0), down)

    def scale(self, zoom: float, at: tuple[float, float]) -> None:
        """Show it at another zoom; what stands `at` (in the window) stays there."""
        x, y = self.inside(*at)
        self.zoom = min(max(zoom, LEAST), MOST)
        self.move(x - at[0] / self.zoom, y - at[1] / self.zoom)

    def inside(self, left: float, top: float) -> tuple[float, float]:
        """The point of the picture at a place in the window."""
        return self.x + left / self.zoom, self.y + top / self.zoom

    def reveal(self, box: tuple[float, float, float, float], head: float = 0.0) -> None:
        """Move no farther than needed to see a box (x, y, width, height) with some room around it.

        `head` is the part at the left of the window (units) that hides what lies below it.
        """
        x, y, width, height = box
        margin = 24 / self.zoom
        self.move(
            _moved(self.x + head, self.wide / self.zoom - head, x, width, margin) - head,
            _moved(self.y, self.high / self.zoom, y, height, margin),
        )


def _moved(start: float, room: float, at: float, length: float, margin: float) -> float:
    """Where what is in sight has to start, so that a length is; its beginning counts more."""
    end = max(start, at + length + margin - room)
    return min(end, at - margin) if at - margin < end else end
