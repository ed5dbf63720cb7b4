"""The minutes of the committee: who met, what it looked at, what it decided."""

from collections.abc import Iterator, Mapping, Sequence

from craftdesk.base.dates import format_day, weekday_name
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import apart, format_dinars, format_number, isolate
from craftdesk.features.equipment.documents.parts import in_words
from craftdesk.features.equipment.models import RequestState
from craftdesk.features.equipment.printing import Decision, Sitting
from craftdesk.features.office.documents import DOTS, head
from craftdesk.features.office.wording import chamber_of
from craftdesk.pdf.blocks import (
    Block,
    Cell,
    Column,
    Columns,
    Footer,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Row,
    Spacer,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY_CENTRED, CELL_BOLD, CELL_CENTRED, CELL_SMALL, JUSTIFIED, SUBHEADING, TITLE

DECISIONS: Mapping[RequestState, str] = {
    RequestState.APPROVED: N_("Granted"),
    RequestState.REFUSED: N_("Refused"),
    RequestState.POSTPONED: N_("Put off"),
}
LEAST_MEMBERS = 4
"""Lines for members where nobody was named."""
SIGNING = 11
_SAYS = JUSTIFIED.but(size=11.5, leading=1.7, after=1.2)
_PART = SUBHEADING.but(before=1.5, after=0.6)


def minutes(sittings: Sequence[Sitting], language: str) -> Binder:
    return Binder((_minutes(each, language) for each in sittings), _("Minutes of the committee"))


def _minutes(sitting: Sitting, language: str) -> Document:
    here = sitting.office
    return Document(
        _("Minutes of the committee"),
        language,
        [*_opening(sitting), *_present(sitting), *_decided(sitting), *_closing(sitting)],
        PageStyle(margins=Margins(12, 12)),
        letterhead=head(here, language, number=sitting.number, day=sitting.day),
        footer=Footer(_("Minutes of the committee"), "", _("Page {page} of {pages}")),
        author=here.name(),
    )


def _opening(sitting: Sitting) -> Iterator[Block]:
    yield Paragraph(
        _("Minutes of the meeting of the committee that examines requests for equipment"), TITLE.but(size=18)
    )
    day = f"{weekday_name(sitting.day)} {format_day(sitting.day)}" if sitting.day else DOTS * 3
    words = _("On {day}, at {hour}, the committee that examines requests for equipment met at the seat of {chamber}.")
    yield Paragraph(words.format(day=day, hour=DOTS, chamber=chamber_of(sitting.office)), _SAYS)


def _present(sitting: Sitting) -> Iterator[Block]:
    """The chair and the members, with room to sign."""
    people = [(sitting.chair, _("Chair")), *((line, "") for line in sitting.members)]
    if not sitting.members:
        people += [("", "")] * LEAST_MEMBERS
    rows: list[Row] = []
    for place, (line, function) in enumerate(people, 1):
        name, said = _parted(line)
        functions = _(", ").join(filter(None, (function, said)))
        rows.append([str(place), apart(name), apart(functions), ""])
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Name"), share=1.2, style=CELL_BOLD),
        Column(_("Function"), share=1.2),
        Column(_("Signature"), width=42),
    ]
    yield Paragraph(_("Were present"), _PART)
    yield Table(columns, rows, row_height=SIGNING, before=0)


def _parted(line: str) -> tuple[str, str]:
    """ "name, function", whichever comma stands between."""
    name, _comma, function = line.replace("،", ",").partition(",")
    return name.strip(), function.strip()


def _decided(sitting: Sitting) -> Iterator[Block]:
    words = _("Having examined the files laid before it, the committee decided as follows:")
    columns = [
        Column(_("No."), width=20, align="centre"),
        Column(_("Applicant"), share=2, style=CELL_BOLD),
        Column(_("What is asked for"), share=2),
        Column(_("Amount"), width=31, align="trailing"),
        Column(_("Decision"), width=20, style=CELL_CENTRED),
        Column(_("Reason"), share=1.5),
    ]
    yield Paragraph(words, _SAYS.but(before=1.5, keep_with_next=True))
    yield Table(columns, map(_row, sitting.decisions), totals=[_total(sitting.decisions)], row_height=9, before=0)
    granted = [each for each in sitting.decisions if each.state is RequestState.APPROVED]
    if granted:
        yield in_words(_("What was granted amounts to: {words}."), sum(each.file.total for each in granted))


def _row(decision: Decision) -> Row:
    file, record = decision.file, decision.file.request
    what = _(", ").join(apart(line.what) for line in file.lines)
    said = _(DECISIONS[decision.state]) if decision.state else ""
    return [
        isolate(record.reference),
        apart(record.applicant),
        Cell(what, style=CELL_SMALL),
        format_dinars(file.total),
        said,
        Cell(apart(decision.reason), style=CELL_SMALL),
    ]


def _total(decisions: Sequence[Decision]) -> Row:
    """How many files, and how many of them were granted, refused, put off."""
    many = len(decisions)
    counted = [ngettext("{count} file", "{count} files", many).format(count=format_number(many))]
    for state, word in DECISIONS.items():
        if number := sum(each.state is state for each in decisions):
            counted.append(_("{name}: {number}").format(name=_(word), number=format_number(number)))
    whole = format_dinars(sum(each.file.total for each in decisions))
    return [Cell(" · ".join(counted), span=3), Cell(whole, align="trailing"), Cell("", span=2)]


def _closing(sitting: Sitting) -> Iterator[Block]:
    for line in sitting.remarks.splitlines():
        yield Paragraph(apart(line), _SAYS)
    words = _("The meeting was closed at {hour}, and these minutes were made on the day named above.")
    signed = BODY_CENTRED.but(bold=True)
    columns = Columns([[Paragraph(_("The secretary"), signed)], [Paragraph(_("The chair of the committee"), signed)]])
    yield KeepTogether([Paragraph(words.format(hour=DOTS), _SAYS.but(before=1.5)), Spacer(3), columns, Spacer(24)])
