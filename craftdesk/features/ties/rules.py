"""What somebody is to another: the word for each side of a tie, by sex."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from craftdesk.base.i18n import N_, pgettext
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.ties.models import CraftBody, Tie, TieKind


class Role(StrEnum):
    """What the one at the other end of a tie is to whoever looks."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    SIBLING = "sibling"
    RELATIVE = "relative"
    MASTER = "master"
    APPRENTICE = "apprentice"
    FOUNDER = "founder"
    MANAGER = "manager"
    MEMBER = "member"


ROLES: dict[str, str] = {
    Role.PARENT: N_("Father or mother"),
    Role.CHILD: N_("Son or daughter"),
    Role.SPOUSE: N_("Husband or wife"),
    Role.SIBLING: N_("Brother or sister"),
    Role.RELATIVE: N_("Other relative"),
    Role.MASTER: N_("Master in the craft"),
    Role.APPRENTICE: N_("Apprentice in the craft"),
    Role.FOUNDER: N_("Founder of a cooperative or enterprise"),
    Role.MANAGER: N_("Manager of a cooperative or enterprise"),
    Role.MEMBER: N_("Member of a cooperative or enterprise"),
}
"""What can be chosen, while the sex is not known yet."""
IN_A_BODY = frozenset({Role.FOUNDER, Role.MANAGER, Role.MEMBER})
_PAIRS: dict[Role, tuple[TieKind, bool]] = {
    Role.PARENT: (TieKind.PARENT, True),
    Role.CHILD: (TieKind.PARENT, False),
    Role.MASTER: (TieKind.MASTER, True),
    Role.APPRENTICE: (TieKind.MASTER, False),
}
"""The kind of tie, and whether it begins at the other one."""


@dataclass(frozen=True)
class Seen:
    """A tie as one of its ends sees it: what the other one is, and who."""

    tie: Tie
    role: Role
    other: Artisan | None = None
    body: CraftBody | None = None

    @property
    def is_over(self) -> bool:
        return self.tie.ends is not None


def kind_of(role: Role) -> tuple[TieKind, bool]:
    """The kind of tie in which somebody has a role, and whether the tie begins at that one."""
    return _PAIRS[role] if role in _PAIRS else (TieKind(role.value), False)


def role_of(tie: Tie, seen_by: str) -> Role:
    """What the other one is to whoever sees the tie; in a cooperative or enterprise, what he himself is."""
    begins_here = tie.artisan_id == seen_by
    if tie.kind is TieKind.PARENT:
        return Role.CHILD if begins_here else Role.PARENT
    if tie.kind is TieKind.MASTER:
        return Role.APPRENTICE if begins_here else Role.MASTER
    return Role(tie.kind.value)


def word(role: Role, sex: Sex | None) -> str:
    """The role in a word, by the sex of who has it."""
    if sex is Sex.MALE:
        return _of_a_man(role)
    return _of_a_woman(role) if sex is Sex.FEMALE else _of_somebody(role)


def _of_a_man(role: Role) -> str:
    return {
        Role.PARENT: pgettext("of a man", "Father"),
        Role.CHILD: pgettext("of a man", "Son"),
        Role.SPOUSE: pgettext("of a man", "Husband"),
        Role.SIBLING: pgettext("of a man", "Brother"),
        Role.RELATIVE: pgettext("of a man", "Relative"),
        Role.MASTER: pgettext("of a man", "Master"),
        Role.APPRENTICE: pgettext("of a man", "Apprentice"),
        Role.FOUNDER: pgettext("of a man", "Founder"),
        Role.MANAGER: pgettext("of a man", "Manager"),
        Role.MEMBER: pgettext("of a man", "Member"),
    }[role]


def _of_a_woman(role: Role) -> str:
    return {
        Role.PARENT: pgettext("of a woman", "Mother"),
        Role.CHILD: pgettext("of a woman", "Daughter"),
        Role.SPOUSE: pgettext("of a woman", "Wife"),
        Role.SIBLING: pgettext("of a woman", "Sister"),
        Role.RELATIVE: pgettext("of a woman", "Relative"),
        Role.MASTER: pgettext("of a woman", "Master"),
        Role.APPRENTICE: pgettext("of a woman", "Apprentice"),
        Role.FOUNDER: pgettext("of a woman", "Founder"),
        Role.MANAGER: pgettext("of a woman", "Manager"),
        Role.MEMBER: pgettext("of a woman", "Member"),
    }[role]


def _of_somebody(role: Role) -> str:
    return {
        Role.PARENT: pgettext("of somebody", "Father or mother"),
        Role.CHILD: pgettext("of somebody", "Son or daughter"),
        Role.SPOUSE: pgettext("of somebody", "Husband or wife"),
        Role.SIBLING: pgettext("of somebody", "Brother or sister"),
        Role.RELATIVE: pgettext("of somebody", "Relative"),
        Role.MASTER: pgettext("of somebody", "Master"),
        Role.APPRENTICE: pgettext("of somebody", "Apprentice"),
        Role.FOUNDER: pgettext("of somebody", "Founder"),
        Role.MANAGER: pgettext("of somebody", "Manager"),
        Role.MEMBER: pgettext("of somebody", "Member"),
    }[role]


def is_born_after(child: Artisan, parent: Artisan) -> bool | None:
    """Whether a child is younger than the parent, as far as both births are known."""
    born = [_born(each) for each in (child, parent)]
    if born[0] is None or born[1] is None:
        return None
    return born[0] > born[1]


def _born(artisan: Artisan) -> date | None:
    if artisan.birth_date is not None:
        return artisan.birth_date
    return date(artisan.birth_year, 7, 1) if artisan.birth_year else None
