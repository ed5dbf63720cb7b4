"""The letter that tells an applicant what the committee decided."""

from collections.abc import Iterator, Sequence

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, isolate
from craftdesk.features.equipment.documents.parts import in_words, lines_table
from craftdesk.features.equipment.models import REQUEST_KINDS, RequestState
from craftdesk.features.equipment.printing import Decision, Letter
from craftdesk.features.office.documents import DOTS, head
from craftdesk.features.office.signing import signer as signer_of
from craftdesk.features.office.wording import of_wilaya
from craftdesk.features.roster.wording import titled
from craftdesk.pdf.blocks import (
    Block,
    Columns,
    Footer,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Run,
    Spacer,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY, JUSTIFIED, SIGNATURE

SIGNING = 24
"""Millimetres that a signature and a stamp need."""
_TO = BODY.but(size=12, after=0.6)
_ABOUT = BODY.but(size=11.5, after=0.8)
_SAYS = JUSTIFIED.but(size=12, leading=1.75, after=2, before=1)
_REASON = BODY.but(size=12, bold=True, indent=6, after=2)


def decision_letters(letters: Sequence[Letter], language: str) -> Binder:
    """The letters in one file, each with its own pages."""
    return Binder((decision_letter(each, language) for each in letters), _("Letters about decisions"))


def decision_letter(letter: Letter, language: str) -> Document:
    decision, here = letter.decision, letter.office
    record = decision.file.request
    return Document(
        f"{_('Decision')} {record.reference}",
        language,
        [*_address(letter), *_about(decision), *_body(decision), *_closing(letter)],
        PageStyle(margins=Margins(14, 14, 22, 22)),
        letterhead=head(here, language, number=""),
        footer=Footer(isolate(record.reference), "", _("Page {page} of {pages}")),
        author=here.name(),
        subject=record.label(),
    )


def _address(letter: Letter) -> Iterator[Block]:
    """Whom the letter is for, in the trailing half."""
    record = letter.decision.file.request
    artisan = record.artisan
    person = titled(artisan) if artisan else ""
    names = [apart(record.group_name), person] if record.group_name else [person or apart(record.applicant)]
    lines = [name for name in names if name]
    lines += [apart(artisan.home_address)] if artisan and artisan.home_address else []
    if letter.place:
        lines.append(_(", ").join((letter.place.label(), of_wilaya(letter.place.wilaya))))
    first, *others = lines
    to: list[Block] = [Paragraph([_("To: "), Run(first, bold=True)], _TO), *(Paragraph(line, _TO) for line in others)]
    yield Columns([[], to])
    yield Spacer(5)


def _about(decision: Decision) -> Iterator[Block]:
    record = decision.file.request
    subject = _("{kind}, request no. {number}").format(
        kind=_(REQUEST_KINDS[record.kind]), number=isolate(record.reference)
    )
    yield Paragraph([Run(_("Subject: "), bold=True), subject], _ABOUT)
    reference = _("your request deposited on {day}").format(day=format_day(record.deposited_on))
    yield Paragraph([Run(_("Reference: "), bold=True), reference], _ABOUT)
    yield Spacer(2)


def _body(decision: Decision) -> Iterator[Block]:
    day = format_day(decision.day) if decision.day else DOTS
    if decision.state is RequestState.APPROVED:
        yield from _granted(decision, day)
    elif decision.state is RequestState.REFUSED:
        words = _(
            "In answer to your request, we regret to inform you that the committee that examines the files, at its "
            "meeting of {day}, did not grant it, for the following reasons:"
        )
        yield Paragraph(words.format(day=day), _SAYS)
        yield from _reasons(decision.reason)
        yield Paragraph(_("You may hand in a new file as soon as these reasons no longer hold."), _SAYS)
    else:
        words = _(
            "In answer to your request, we have the honour to inform you that the committee that examines the files, "
            "at its meeting of {day}, put off its decision to a later meeting, for the following reasons:"
        )
        yield Paragraph(words.format(day=day), _SAYS)
        yield from _reasons(decision.reason)
        yield Paragraph(_("You will be told of the decision when it is taken."), _SAYS)


def _granted(decision: Decision, day: str) -> Iterator[Block]:
    file, record = decision.file, decision.file.request
    words = _(
        "In answer to your request, we have the honour to inform you that the committee that examines the files, at "
        "its meeting of {day}, granted you the following:"
    )
    yield Paragraph(words.format(day=day), _SAYS)
    yield lines_table(file)
    yield in_words(_("This decision amounts to: {words}."), file.total)
    facts = [(_("Source of funds"), record.funding), (_("Remarks"), decision.reason)]
    for label, text in facts:
        if text:
            yield Paragraph([Run(_("{label}: ").format(label=label), bold=True), apart(text)], _ABOUT)
    yield Paragraph(_("Please come to the chamber with this letter to settle how it is handed over."), _SAYS)


def _reasons(reason: str) -> Iterator[Block]:
    """One a line; where none is known, lines to be written on by hand."""
    for line in reason.splitlines() or [DOTS * 12] * 2:
        yield Paragraph(apart(line), _REASON)


def _closing(letter: Letter) -> Iterator[Block]:
    greeting = _("With our best regards.")
    signer = letter.signer or signer_of(letter.office)
    signed: list[Block] = [Paragraph(signer.title, SIGNATURE), Spacer(SIGNING)]
    if signer.name:
        signed.append(Paragraph(signer.name, SIGNATURE.but(size=12, bold=False)))
    yield KeepTogether([Paragraph(greeting, _SAYS), Spacer(3), Columns([[], signed])])
