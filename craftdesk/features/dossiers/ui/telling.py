"""What the home page and the search are told of files and scans."""

from collections.abc import Sequence

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import _, ngettext
from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit, Waiting
from craftdesk.features.dossiers import reads
from craftdesk.features.dossiers.models import Dossier, Scan
from craftdesk.features.dossiers.rules import Standing
from craftdesk.features.dossiers.ui.words import (
    ICON,
    PAGE,
    SCAN_ICON,
    missing_in_words,
    scan_detail,
    standing_in_words,
    titled,
)
from craftdesk.ui.direction import apart

NARROWED = "narrowed to "
"""Before a standing: the page shows the list narrowed to it."""


def waiting(session: Session) -> Sequence[Waiting]:
    """Files whose time is over, and documents that run out: one by name, several in one line."""
    late, ending = reads.overdue(session, 2), reads.running_out(session, 2)
    if len(late) + len(ending) <= 1:
        return [*map(_late, late), *map(_ending, ending)]
    first = Standing.OVERDUE if late else Standing.RUNNING_OUT
    words = " · ".join(filter(None, (_overdue_in_words(session), _running_out_in_words(session))))
    tone = "bad" if late else "copper_line"
    return [Waiting(words, _("Files of procedures"), ICON, tone, PAGE, NARROWED + first)]


def _overdue_in_words(session: Session) -> str:
    number = reads.number_in(session, reads.Sought(standing=Standing.OVERDUE))
    words = ngettext("{count} file incomplete, time is over", "{count} files incomplete, time is over", number)
    return words.format(count=number) if number else ""


def _running_out_in_words(session: Session) -> str:
    number = reads.number_in(session, reads.Sought(standing=Standing.RUNNING_OUT))
    words = ngettext(
        "{count} file with a document that runs out", "{count} files with a document that runs out", number
    )
    return words.format(count=number) if number else ""


def _late(each: reads.Entry) -> Waiting:
    title = _("File of {name} incomplete: {papers}").format(
        name=apart(each.dossier.name), papers=missing_in_words(each)
    )
    detail = " · ".join((apart(each.dossier.title), _term(each.dossier)))
    return Waiting(title, detail, ICON, "bad", PAGE, each.id)


def _ending(each: reads.RunningOut) -> Waiting:
    title = _("{document} of {name}: {validity}").format(
        document=apart(each.document.label()), name=apart(each.dossier.name), validity=_validity(each)
    )
    return Waiting(title, apart(each.dossier.title), ICON, "copper_line", PAGE, each.dossier.id)


def _term(dossier: Dossier) -> str:
    return _("time was until {day}").format(day=format_day(dossier.complete_by)) if dossier.complete_by else ""


def _validity(each: reads.RunningOut) -> str:
    until = each.document.valid_until
    if until is None:
        return ""
    words = _("no longer valid since {day}") if until < today() else _("valid until {day}")
    return words.format(day=format_day(until))


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [
        Hit(
            f"{titled(each.dossier)} · {apart(each.dossier.name)}",
            " · ".join((apart(each.dossier.title), standing_in_words(each.standing))),
            ICON,
            Dossier,
            each.id,
        )
        for each in reads.by_keys(session, keys)
    ]


def scan_hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    return [Hit(apart(each.name), scan_detail(each), SCAN_ICON, Scan, each.id) for each in reads.scans(session, keys)]
