"""From a paper's name to its pages."""

from collections.abc import Mapping, Sequence, Sized
from typing import Any

from craftdesk.base.dates import parse_day
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.fields import Kind
from craftdesk.base.i18n import _, speaking
from craftdesk.base.numbers import latin_digits
from craftdesk.data.session import Session
from craftdesk.desk.feature import Option, Paper

_NOTHING: Mapping[str, Any] = {}


def rendered(
    session: Session, paper: Paper, keys: Sequence[str], language: str, chosen: Mapping[str, Any] = _NOTHING
) -> bytes:
    """The PDF of a paper in `language`, whatever the screens speak; `chosen` are its options by name."""
    with speaking(language):
        matter = paper.ask(session, keys, **{**usual(paper), **chosen})
        if not isinstance(matter, Sized) or matter:
            return paper.lay_out(matter, language).render()
    raise UserError(_("There is nothing to print on “{paper}” yet.").format(paper=_(paper.title)))


def usual(paper: Paper) -> dict[str, Any]:
    """What the options of a paper are when nobody chooses."""
    return {name: option.usual for name, option in paper.options.items()}


def understood(paper: Paper, texts: Sequence[str]) -> dict[str, Any]:
    """Options written as `name=value`, as the command line gives them."""
    return dict(_understood(paper, text) for text in texts)


def _understood(paper: Paper, text: str) -> tuple[str, Any]:
    name, _sign, value = text.partition("=")
    known = ", ".join(paper.options) or "–"
    told = _("“{paper}” does not ask for “{name}”. It asks for: {names}")
    refuse_if(name not in paper.options, told.format(paper=_(paper.title), name=name, names=known))
    try:
        return name, _value(paper.options[name], value)
    except ValueError as error:
        raise UserError(_("{name}: “{value}” is not understood.").format(name=name, value=value)) from error


def _value(option: Option, text: str) -> Any:
    kind, typed = option.field.kind, text.strip()
    if not typed:
        return None
    if kind is Kind.NUMBER:
        return int(latin_digits(typed))
    if kind is Kind.DATE:
        return parse_day(typed)
    if kind is Kind.YES_NO:
        return {"yes": True, "no": False}[typed] if typed in ("yes", "no") else _refuse(typed)
    if option.field.choices and typed not in option.field.choices:
        _refuse(typed)
    return typed


def _refuse(typed: str) -> bool:
    raise ValueError(typed)
