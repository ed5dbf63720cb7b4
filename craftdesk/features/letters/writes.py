"""What the user changes about letters."""

from dataclasses import replace

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.features.letters import reads, rules
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.office.reads import office_on
from craftdesk.features.office.rules import reference
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.writes import keep_version
from craftdesk.pdf.template.source import Template


def save_letter(session: Session, key: str | None, wanted: Wanted) -> str:
    """Save a letter with every word of its paper; a new one gets the next number of its year."""
    before = reads.letter(session, key) if key else None
    template = reads.template_of(session, wanted, before)
    _check(template, wanted)
    wanted = replace(wanted, texts=_named(template, wanted))
    found = before or _new(session, wanted)
    _refuse_other_year(found, wanted)
    _fill(session, found, wanted, template)
    title = N_("Letter changed: {label}") if before else N_("Letter written: {label}")
    session.entitle(title, label=found.label())
    session.add(found)
    session.flush()
    return found.id


def _check(template: Template, wanted: Wanted) -> None:
    for name in rules.missing(template, wanted):
        label = _(PURPOSES[template.purpose].named()[name].label)
        raise UserError(_("A letter needs this: {field}.").format(field=label), name)


def _named(template: Template, wanted: Wanted) -> dict[str, str]:
    """The texts of the fields that the template names; what was written for another template is left out."""
    names = {*rules.asked(template, wanted.language), "recipient", "topic"}
    return {name: text for name, text in wanted.texts.items() if name in names}


def _new(session: Session, wanted: Wanted) -> Letter:
    year = wanted.day.year
    number = reads.next_number(session, year)
    return Letter(number=number, year=year, reference=reference(number, year))


def _refuse_other_year(found: Letter, wanted: Wanted) -> None:
    told = _("The number {number} belongs to the year {year}.").format(number=found.reference, year=found.year)
    refuse_if(wanted.day.year != found.year, told, "day")


def _fill(session: Session, found: Letter, wanted: Wanted, template: Template) -> None:
    # Asking writes down what was changed so far: first all is asked, then all is changed.
    version, office = keep_version(session, template), office_on(session, wanted.day)
    own, others = rules.split(wanted.texts)
    for name, text in own.items():
        setattr(found, name, text)
    found.day, found.language, found.signatory = wanted.day, wanted.language, wanted.signatory.strip()
    found.artisan_id, found.addressee, found.more = wanted.artisan_id, wanted.addressee, others
    found.signing = wanted.signing
    found.purpose, found.template, found.version = template.purpose, wanted.template, version
    found.printed = rules.to_json(rules.printed(office, wanted, found.number, template.purpose))


def delete_letter(session: Session, key: str) -> None:
    """To the bin; only the last letter of its year goes, so that its number can be given again."""
    found = reads.letter(session, key)
    told = _("Later letters of the year were written: without {number} there would be a gap between the numbers.")
    refuse_if(not reads.is_last(session, found), told.format(number=found.reference))
    session.entitle(N_("Letter deleted: {label}"), label=found.label())
    session.delete(found)
