"""How a certificate is set by the makers that are told where everything stands, in millimetres: as ours are."""

from collections.abc import Iterator
from typing import Any, NamedTuple

INK, COPPER, DEEP, GOLD = (26, 26, 26), (138, 90, 43), (31, 61, 77), (201, 166, 107)
TOP, HEAD = 20, 52
WIDTH, HEIGHT = 297, 210
# Which line, at which size, in bold or not, in which colour, and how high.
LINES = (
    ("title", 38.7, "B", COPPER, 21.5),
    ("opening", 14.4, "", INK, 8.3),
    ("name", 26.1, "B", DEEP, 13),
    ("other_name", 12.2, "", INK, 6.5),
    ("born", 14.4, "", INK, 8.3),
    ("took_part", 14.4, "", INK, 8.3),
    ("subject", 18, "B", INK, 11.4),
    ("held", 14.4, "", INK, 8.3),
    ("partner", 14.4, "", INK, 8.3),
    ("closing", 12.2, "", INK, 8.5),
)
RULES = ((8, 0.5, COPPER), (9.1, 0.14, GOLD), (13.3, 0.14, GOLD), (14.4, 0.32, COPPER))


class Signed(NamedTuple):
    """A line at the foot: its text, the left edge of its column (80 wide), and how it looks."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


def foot(says: dict[str, Any]) -> Iterator[Signed]:
    """The number, the trainer and the signature, side by side."""
    columns = (
        (180, (says["number"],)),
        (106, ("", says["trained_by"], says["trainers"])),
        (30, (says["made"], says["signature"], says["director"])),
    )
    for x, texts in columns:
        for place, text in enumerate(texts):
            yield Signed(text, x, 156 + 7 * place, 14 if place == 1 else 13, place == 1)


def lozenges() -> Iterator[tuple[float, float, float]]:
    """The chain between the rules: where each stands, and its half height."""
    for place, along in enumerate(range(18, 280, 5)):
        for y in (11.2, 198.8):
            yield along, y, 0.6 if place % 2 else 1.25
    for place, along in enumerate(range(18, 193, 5)):
        for x in (11.2, 285.8):
            yield x, along, 0.6 if place % 2 else 1.25


STARS = tuple((x, y) for x in (11.2, 285.8) for y in (11.2, 198.8))
