"""The words of papers that follow a person's sex, and what a person is called on an envelope."""

from dataclasses import dataclass
from functools import cache

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import language, pgettext
from craftdesk.base.numbers import apart
from craftdesk.features.office.place_names import in_script
from craftdesk.features.office.wording import at
from craftdesk.features.roster.models import Artisan, Sex


@dataclass(frozen=True)
class Forms:
    """What a paper says of a man, of a woman, of somebody whose sex is not known."""

    person: str
    born: str
    presumed: str
    registered: str
    struck_off: str
    handed: str


def forms(sex: Sex | None) -> Forms:
    return _forms(language(), sex)


@cache
def _forms(_language: str, sex: Sex | None) -> Forms:
    if sex is Sex.MALE:
        return Forms(
            person=pgettext("of a man", "Mr"),
            born=pgettext("of a man", "born on {day}"),
            presumed=pgettext("of a man", "presumed born in {year}"),
            registered=pgettext("of a man", "is entered in the register of crafts and trades"),
            struck_off=pgettext("of a man", "He was struck off the register on {day}."),
            handed=pgettext("of a man", "This extract is given to him at his request, to be used as the law allows."),
        )
    if sex is Sex.FEMALE:
        return Forms(
            person=pgettext("of a woman", "Ms"),
            born=pgettext("of a woman", "born on {day}"),
            presumed=pgettext("of a woman", "presumed born in {year}"),
            registered=pgettext("of a woman", "is entered in the register of crafts and trades"),
            struck_off=pgettext("of a woman", "She was struck off the register on {day}."),
            handed=pgettext("of a woman", "This extract is given to her at her request, to be used as the law allows."),
        )
    return Forms(
        person=pgettext("of somebody", "Mr or Ms"),
        born=pgettext("of somebody", "born on {day}"),
        presumed=pgettext("of somebody", "presumed born in {year}"),
        registered=pgettext("of somebody", "is entered in the register of crafts and trades"),
        struck_off=pgettext("of somebody", "This person was struck off the register on {day}."),
        handed=pgettext("of somebody", "This extract is given to this person to be used as the law allows."),
    )


def titled(artisan: Artisan) -> str:
    """السيد بوجلال سمير."""
    name = apart(artisan.label())
    return f"{forms(artisan.sex).person} {name}" if artisan.sex else name


def born(artisan: Artisan) -> str:
    """When and where, as it stands behind a name; empty where nothing is known."""
    words = forms(artisan.sex)
    when = ""
    if artisan.birth_date:
        when = words.born.format(day=format_day(artisan.birth_date))
    elif artisan.birth_year:
        when = words.presumed.format(year=artisan.birth_year)
    if when and artisan.birth_place:
        return f"{when} {at(in_script(artisan.birth_place))}"
    return when
