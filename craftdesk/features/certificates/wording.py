"""The sentences of a certificate, by the person's sex and by what was held."""

import re
from dataclasses import dataclass
from functools import cache

from craftdesk.base.dates import format_day, format_range
from craftdesk.base.i18n import _, language, ngettext, pgettext
from craftdesk.base.numbers import apart, isolate, runs_otherwise
from craftdesk.base.words import DAY, count_in_words
from craftdesk.features.certificates.models import CERTIFICATE_KINDS, CertificateKind
from craftdesk.features.certificates.rules import Content
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import Sex
from craftdesk.features.training.models import CourseKind

_OF_WILAYA = re.compile("(wilaya d(?:e |['’]))(.*)")


@dataclass(frozen=True)
class Sentences:
    """What a certificate says, line by line; a line that has nothing to say is empty."""

    title: str
    number: str
    opening: str
    name: str
    other_name: str
    born: str
    took_part: str
    subject: str
    held: str
    partner: str
    partner_apart: str
    closing: str
    made: str
    signature: str
    director: str
    trained_by: str
    trainers: str


@dataclass(frozen=True)
class _Forms:
    """The words that follow the person's sex."""

    person: str
    born: str
    presumed: str
    took_part: str
    was_trained: str
    handed: str


def sentences(content: Content) -> Sentences:
    """The words of a certificate in the language spoken here."""
    forms = _forms(language(), content.sex)
    event, held = _event(language(), content.course_kind)
    trained = content.kind == CertificateKind.TRAINING
    took_part = (forms.was_trained if trained else forms.took_part).format(event=event)
    partner, partner_apart = _partner(content)
    name = content.name
    return Sentences(
        title=_(CERTIFICATE_KINDS[content.kind]),
        number=_("No. {number}").format(number=isolate(content.reference)),
        opening=_opening(content, forms),
        name=name,
        other_name=next((other for other in (content.name_la, content.name_ar) if other not in ("", name)), ""),
        born=_born(content, forms),
        took_part=took_part,
        subject=_("“{subject}”").format(subject=apart(content.subject)),
        held=_held(content, held),
        partner=partner,
        partner_apart=partner_apart,
        closing=forms.handed,
        made=_made(content),
        signature=_("The director"),
        director=in_language(content.director_ar, content.director_fr),
        trained_by=_("The trainer") if content.trainers_ar or content.trainers_fr else "",
        trainers=in_language(content.trainers_ar, content.trainers_fr),
    )


def _opening(content: Content, forms: _Forms) -> str:
    words = _("The director of {chamber} certifies that {person}:")
    chamber = _running(in_language(content.chamber_ar, content.chamber_fr))
    return words.format(chamber=apart(chamber), person=forms.person)


def _running(name: str) -> str:
    """The name of the chamber as it is written inside a sentence; French letterheads are in capitals."""
    if not name.isupper():
        return name
    words = name[:1] + name[1:].lower()
    return _OF_WILAYA.sub(lambda found: found[1] + found[2].title(), words)


def _born(content: Content, forms: _Forms) -> str:
    words = ""
    if content.birth_date:
        words = forms.born.format(day=format_day(content.birth_date))
    elif content.birth_year:
        words = forms.presumed.format(year=content.birth_year)
    if words and content.birth_place:
        return _("{born} at {place}").format(born=words, place=at(content.birth_place))
    return words


def _held(content: Content, words: str) -> str:
    days = format_range(content.first_day, content.last_day)
    long = count_in_words(content.days, DAY, oblique=True)
    if content.hours:
        hours = ngettext("{count} hour", "{count} hours", content.hours).format(count=content.hours)
        long = _("{days} ({hours})").format(days=long, hours=hours)
    place = in_language(content.place_ar, content.place_fr)
    where = _("{held} in {place} {days}, lasting {long}") if place else _("{held} {days}, lasting {long}")
    return where.format(held=words, place=at(place), days=days, long=long)


def _partner(content: Content) -> tuple[str, str]:
    """The partner in the sentence, or on a line of its own when its name runs in the other direction."""
    if not content.partner:
        return "", ""
    if runs_otherwise(content.partner):
        return _("in cooperation with:"), content.partner
    return _("in cooperation with {partner}").format(partner=content.partner), ""


def _made(content: Content) -> str:
    place = in_language(content.signed_at_ar, content.signed_at_fr)
    return _("Made in {place} on {day}").format(place=at(place), day=format_day(content.issued_on))


def at(place: str) -> str:
    """A place after the Arabic ب, which joins to Arabic letters alone."""
    if language() != "ar" or not place:
        return apart(place)
    return f"ب{place}" if "\u0621" <= place[0] <= "\u064a" else f"بـ {apart(place)}"


@cache
def _forms(_language: str, sex: str | None) -> _Forms:
    if sex == Sex.MALE:
        return _Forms(
            person=pgettext("of a man", "Mr"),
            born=pgettext("of a man", "born on {day}"),
            presumed=pgettext("of a man", "presumed born in {year}"),
            took_part=pgettext("of a man", "took part in {event} about:"),
            was_trained=pgettext("of a man", "followed {event} about:"),
            handed=pgettext("of a man", "This certificate is given to him to be used as the law allows."),
        )
    if sex == Sex.FEMALE:
        return _Forms(
            person=pgettext("of a woman", "Ms"),
            born=pgettext("of a woman", "born on {day}"),
            presumed=pgettext("of a woman", "presumed born in {year}"),
            took_part=pgettext("of a woman", "took part in {event} about:"),
            was_trained=pgettext("of a woman", "followed {event} about:"),
            handed=pgettext("of a woman", "This certificate is given to her to be used as the law allows."),
        )
    return _Forms(
        person=pgettext("of somebody", "Mr or Ms"),
        born=pgettext("of somebody", "born on {day}"),
        presumed=pgettext("of somebody", "presumed born in {year}"),
        took_part=pgettext("of somebody", "took part in {event} about:"),
        was_trained=pgettext("of somebody", "followed {event} about:"),
        handed=pgettext("of somebody", "This certificate is given to this person to be used as the law allows."),
    )


@cache
def _event(_language: str, kind: str) -> tuple[str, str]:
    """What was held, and the word that says that it was."""
    if kind == CourseKind.AWARENESS:
        return pgettext("was held", "the awareness day"), pgettext("of an awareness day", "held")
    if kind == CourseKind.MEETING:
        return pgettext("was held", "the meeting"), pgettext("of a meeting", "held")
    return pgettext("was held", "the training course"), pgettext("of a course", "held")
