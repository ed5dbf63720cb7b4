"""The letter on its letterhead."""

from collections.abc import Sequence

from craftdesk.base.i18n import _, speaking
from craftdesk.features.letters.reads import Printable
from craftdesk.features.letters.rules import Printed, layout_of
from craftdesk.pdf.blocks import Letterhead
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.speech import ARABIC, FRENCH, Record


def letters(printables: Sequence[Printable], _language: str) -> Binder:
    """All letters in one file, each in the language in which it was written."""
    return Binder((letter(each) for each in printables), _("Letters"), bookmarks=len(printables) > 1)


def letter(printable: Printable) -> Document:
    """A letter as it was written, from the template as it was, whatever happened since."""
    frozen = printable.printed
    made = forme(printable.template, layout_of(printable.template, frozen.language))
    with speaking(frozen.language):
        title = f"{_('Letter')} {frozen.values['number']} {frozen.values['recipient']}"
        return Document(
            title,
            frozen.language,
            made.blocks(Record({frozen.language: frozen.values}, frozen.sex, _head(frozen, printable.logo))),
            made.page,
            author=frozen.chamber,
            subject=frozen.values["topic"],
        )


def _head(frozen: Printed, logo: bytes | None) -> Letterhead:
    arabic = frozen.language == ARABIC
    return Letterhead(
        frozen.lines_ar if arabic else frozen.lines_fr,
        lines_other=frozen.lines_fr if arabic else frozen.lines_ar,
        other_language=FRENCH if arabic else ARABIC,
        logos=(logo,) if logo else (),
        number=frozen.number,
        place_and_date=frozen.place_and_date,
    )
