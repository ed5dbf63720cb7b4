"""The filters that the command line names, for lists that have few."""

from collections.abc import Collection, Mapping

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import latin_digits


def of_choices(filters: Mapping[str, str], known: Mapping[str, Collection[str]]) -> dict[str, str]:
    """The values of filters as they are stored; a filter without choices takes a whole number."""
    for name, value in filters.items():
        told = _("There is no filter “{name}”. There are: {names}")
        refuse_if(name not in known, told.format(name=name, names=", ".join(known)))
        fits = value in known[name] if known[name] else latin_digits(value).isdecimal()
        told = _("“{value}” is not understood for the filter “{name}”.")
        choices = f" ({', '.join(known[name])})" if known[name] else ""
        refuse_if(not fits, told.format(value=value, name=name) + choices)
    return {name: latin_digits(value) for name, value in filters.items()}
