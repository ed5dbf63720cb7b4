"""What all papers begin with: their head, or that there is nothing to tell."""

from datetime import date

from craftdesk.base.dates import format_day
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.pdf.blocks import Letterhead, Paragraph
from craftdesk.pdf.styles import NOTHING

PLACE_AND_DATE = {"ar": "{place} في: {day}", "fr": "{place}, le {day}"}
NUMBER = {"ar": "الرقم: {number} / غ.ص.ت.ح / {year}", "fr": "N° {number} /CAM/{year}"}
DOTS = "........"


def head(
    office: OfficeOnDay,
    language: str,
    number: int | str | None = None,
    day: date | None = None,
    *,
    both: bool = False,
) -> Letterhead:
    """The letterhead as it holds on the office's day, in the language of the paper.

    `number` is that of the paper in its year; "" leaves dots to be filled in by hand, None leaves the line out. `day`
    is the day that the paper bears (None: the office's own). `both` sets the lines of the two languages side by side.
    """
    on = day or office.day
    return Letterhead(
        lines(office, language),
        lines_other=lines(office, "fr" if language == "ar" else "ar") if both else (),
        other_language="fr" if language == "ar" else "ar",
        logos=(office.logo,) if office.logo else (),
        number="" if number is None else numbered(number, on.year, language),
        place_and_date=place_and_date(office, on, language),
    )


def lines(office: OfficeOnDay, language: str) -> tuple[str, ...]:
    """The centred lines of the letterhead, the chamber's name last."""
    held = office.letterhead
    above, name = (held.lines_ar, held.chamber_ar) if language == "ar" else (held.lines_fr, held.chamber_fr)
    return (*(line.strip() for line in above.splitlines() if line.strip()), name)


def numbered(number: int | str, year: int, language: str) -> str:
    """The number of a letter: الرقم: 45 / غ.ص.ت.ح / 2026."""
    return NUMBER[language].format(number=number if number != "" else DOTS, year=year)


def place_and_date(office: OfficeOnDay, day: date, language: str) -> str:
    """Where and when a paper is signed: باتنة في: 23 نوفمبر 2026."""
    place = office.chamber.place_ar if language == "ar" else office.chamber.place_fr
    return PLACE_AND_DATE[language].format(place=place, day=format_day(day, language))


def nothing(words: str) -> Paragraph:
    """The sentence in the place of what is not there yet."""
    return Paragraph(f"{words}.", NOTHING)
