"""From a paper's name to its pages."""

from collections.abc import Mapping, Sequence, Sized
from typing import Any

from craftdesk.base.dates import parse_day
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.fields import Kind
from craftdesk.base.i18n import _, speaking
from craftdesk.base.numbers import latin_digits
from craftdesk.data.session import Session
from craftdesk.desk.batch import options_of, parted, with_signing_list
from craftdesk.desk.feature import Option, Paper

BOTH = "both"
_NOTHING: Mapping[str, Any] = {}


def rendered(
    session: Session, paper: Paper, keys: Sequence[str], language: str, chosen: Mapping[str, Any] = _NOTHING
) -> bytes:
    """The PDF of a paper in `language`, whatever the screens speak; `chosen` are its options by name.

    In "both" languages, what is not set side by side is Arabic.
    """
    told = _("“{paper}” is not set in both languages side by side.").format(paper=_(paper.title))
    refuse_if(language == BOTH and BOTH not in paper.languages, told)
    plain = "ar" if language == BOTH else language
    with speaking(plain):
        batch, own = parted(paper, {**usual(paper, keys), **chosen})
        people = paper.recipients(session, keys).sorted(batch["order"]) if paper.recipients and batch else None
        wanted = [each.key for each in people.people] if people else keys
        # Without keys a paper would be asked for everybody.
        matter = paper.ask(session, wanted, **own) if wanted or not people else ()
        if not isinstance(matter, Sized) or matter:
            made = paper.lay_out(matter, language)
            if people and batch["signing"]:
                made = with_signing_list(made, paper, people, plain)
            return made.render()
    raise UserError(_("There is nothing to print on “{paper}” yet.").format(paper=_(paper.title)))


def usual(paper: Paper, keys: Sequence[str] = ()) -> dict[str, Any]:
    """What the options of a paper are when nobody chooses."""
    return {name: option.usual for name, option in options_of(paper, keys).items()}


def understood(paper: Paper, texts: Sequence[str]) -> dict[str, Any]:
    """Options written as `name=value`, as the command line gives them."""
    return dict(_understood(paper, text) for text in texts)


def _understood(paper: Paper, text: str) -> tuple[str, Any]:
    name, _sign, value = text.partition("=")
    options = options_of(paper)
    known = ", ".join(options) or "–"
    told = _("“{paper}” does not ask for “{name}”. It asks for: {names}")
    refuse_if(name not in options, told.format(paper=_(paper.title), name=name, names=known))
    try:
        return name, _value(options[name], value)
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
