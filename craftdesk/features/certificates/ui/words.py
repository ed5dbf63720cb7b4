"""How the screens of certificates say them, and the names by which the program knows them."""

from collections.abc import Sequence

from craftdesk.base.dates import format_day, format_range
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.certificates.models import CERTIFICATE_KINDS, Certificate
from craftdesk.features.certificates.rules import Content
from craftdesk.features.training.rules import Verdict
from craftdesk.ui.direction import apart, code

PAGE = "certificates"
PAPER = "certificate"
REGISTER = "certificate-register"
ICON = "ph.certificate"

VERDICTS = {Verdict.YES: N_("Has the right"), Verdict.NO: N_("Has no right"), Verdict.OPEN: N_("Not settled yet")}
TONES = {Verdict.YES: "good", Verdict.NO: "bad", Verdict.OPEN: "warn"}


def kind_of(certificate: Certificate) -> str:
    return _(CERTIFICATE_KINDS[certificate.kind])


def titled(certificate: Certificate) -> str:
    """ "شهادة مشاركة رقم 2018/0045"."""
    return _("{kind} no. {number}").format(kind=kind_of(certificate), number=code(certificate.reference))


def detail_of(certificate: Certificate) -> str:
    found = [apart(certificate.subject), format_day(certificate.issued_on)]
    return " · ".join([_("Void"), *found] if certificate.is_withdrawn else found)


def state_of(certificate: Certificate) -> str:
    """What became of it, in a word for a pill; nothing where it is as it was issued."""
    if certificate.is_withdrawn:
        return _("Void")
    return _("Duplicate") if certificate.duplicate_on else ""


def tone_of(certificate: Certificate) -> str:
    return "bad" if certificate.is_withdrawn else "copper"


def counted(count: int) -> str:
    words = ngettext("{count} certificate", "{count} certificates", count)
    return words.format(count=format_number(count))


def to_issue(count: int) -> str:
    """What the button says: "إصدار 17 شهادة"."""
    if not count:
        return _("Issue certificates")
    return ngettext("Issue {count} certificate", "Issue {count} certificates", count).format(count=count)


def to_print(count: int) -> str:
    if not count:
        return _("Print certificates")
    return ngettext("Print {count} certificate", "Print {count} certificates", count).format(count=count)


def birth_of(content: Content) -> str:
    """ "12 مارس 1985، أريس", or the presumed year."""
    day = format_day(content.birth_date) if content.birth_date else ""
    if not day and content.birth_year:
        day = _("presumed {year}").format(year=content.birth_year)
    return _(", ").join(filter(None, (day, apart(content.birth_place))))


def held_when(content: Content) -> str:
    first, last = content.first_day, content.last_day
    return format_range(first, last) if first and last else ""


def language_of(certificates: Sequence[Certificate]) -> str | None:
    """The language in which all of them were issued, to be printed in it; None where they differ."""
    languages = {each.content.get("language", "ar") for each in certificates}
    return str(languages.pop()) if len(languages) == 1 else None
