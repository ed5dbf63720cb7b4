"""Keeping a list under a name, naming it anew, giving it up."""

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.features.roster.kept.models import KeptList
from craftdesk.features.roster.kept.reads import of_name


def keep_list(session: Session, name: str, question: str) -> str:
    """Keep a list's question under a new name; gives its key."""
    made = KeptList(name=_free(session, name), question=question)
    session.entitle(N_("List kept: {name}"), name=made.name)
    session.add(made)
    session.flush()
    return made.id


def change_list(session: Session, key: str, question: str) -> None:
    """Let a kept list ask something else."""
    found = session.get_one(KeptList, key)
    session.entitle(N_("Kept list changed: {name}"), name=found.name)
    found.question = question


def rename_list(session: Session, key: str, name: str) -> None:
    found = session.get_one(KeptList, key)
    session.entitle(N_("Kept list renamed: {name}"), name=name.strip())
    found.name = _free(session, name, key)


def delete_list(session: Session, key: str) -> None:
    found = session.get_one(KeptList, key)
    session.entitle(N_("Kept list deleted: {name}"), name=found.name)
    session.delete(found)


def _free(session: Session, name: str, key: str = "") -> str:
    """The name, tidied, where no other list has it."""
    tidy = " ".join(name.split())
    refuse_if(not tidy, _("Write a name for this list."), "name")
    with session.no_autoflush:
        other = of_name(session, tidy)
    taken = other is not None and other.id != key
    refuse_if(taken, _("There is a list called “{name}” already.").format(name=tidy), "name")
    return tidy
