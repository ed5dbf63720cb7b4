"""What the office is called, asked before anything is there that reads records."""

from datetime import date

from craftdesk.base.i18n import language
from craftdesk.data.file import File


def chamber_name(file: File, day: date) -> str | None:
    """The name in the language of the screens, as the letterhead of the day has it; None while there is no office.

    A day before all letterheads has the first one's.
    """
    if not file.ask("SELECT id FROM chamber LIMIT 1"):
        return None
    every = file.ask("SELECT holds_from, chamber_ar, chamber_fr FROM letterhead ORDER BY holds_from DESC, id DESC")
    held = [names for names in every if names[0] <= day.isoformat()] or every[-1:]
    if not held:
        return ""
    _day, arabic, french = held[0]
    return str(arabic or french if language() == "ar" else french or arabic)
