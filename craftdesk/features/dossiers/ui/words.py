"""How the screens of files say them, and the names by which the program knows them."""

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.dossiers.models import DOCUMENT_STATES, DocumentState, Dossier, DossierDocument, Scan
from craftdesk.features.dossiers.reads import Entry
from craftdesk.features.dossiers.rules import PDF, STANDINGS, TONES, Standing, is_running_out
from craftdesk.ui.direction import apart, code

PAGE = "dossiers"
RECEIPT = "file-receipt"
ICON, SCAN_ICON = "ph.folder-open", "ph.paperclip"
SETTINGS, CHECKLISTS = "settings", "procedures"
DOCUMENT_ICONS = {
    DocumentState.MISSING: ("ph.circle-dashed", "warn"),
    DocumentState.RECEIVED: ("ph.check-circle", "good"),
    DocumentState.NOT_NEEDED: ("ph.minus-circle", "muted"),
}
UNITS = ((2**20, N_("{size} MB")), (2**10, N_("{size} KB")))


def titled(dossier: Dossier) -> str:
    """ "ملف رقم 2026/0003"."""
    return _("File no. {number}").format(number=code(dossier.reference))


def in_a_line(dossier: Dossier) -> str:
    """Procedure, number and day: what stands under the artisan's name."""
    opened = _("opened on {day}").format(day=format_day(dossier.opened_on))
    return " · ".join((apart(dossier.title), titled(dossier), opened))


def standing_in_words(standing: Standing) -> str:
    return _(STANDINGS[standing])


def event_tone(standing: Standing) -> str:
    return TONES[standing].replace("neutral", "muted")


def missing_in_words(entry: Entry) -> str:
    count = len(entry.missing)
    return ngettext("{count} document missing", "{count} documents missing", count).format(count=count) if count else ""


def state_line(document: DossierDocument) -> str:
    """Whether it is there, since when, and until when it counts."""
    parts = [_(DOCUMENT_STATES[document.state])]
    if document.received_on:
        parts.append(format_day(document.received_on))
    if document.valid_until:
        ended = document.valid_until < today()
        words = _("valid until {day}, over") if ended else _("valid until {day}")
        parts.append(words.format(day=format_day(document.valid_until)))
    return " · ".join(parts)


def sign_of(document: DossierDocument) -> tuple[str, str]:
    """Its icon and the tone of it."""
    if is_running_out(document, today()):
        return ("ph.clock", "copper_line")
    return DOCUMENT_ICONS[document.state]


def scan_icon(scan: Scan) -> str:
    return "ph.file-pdf" if scan.media == PDF else "ph.image"


def scan_detail(scan: Scan) -> str:
    pages = ngettext("{count} page", "{count} pages", scan.pages).format(count=scan.pages)
    parts = (format_day(scan.day), pages if scan.pages > 1 else "", size_in_words(scan.size))
    return " · ".join(filter(None, parts))


def size_in_words(size: int) -> str:
    unit, words = next((each for each in UNITS if size >= each[0]), UNITS[-1])
    return _(words).format(size=format_number(max(size / unit, 0.1), 1))


def counted(number: int) -> str:
    return ngettext("{count} file opened", "{count} files opened", number).format(count=format_number(number))
