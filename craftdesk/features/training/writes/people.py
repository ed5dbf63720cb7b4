"""Who teaches a session and who takes part in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session, chunks
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import Participant, Person, Trainer, TrainingSession
from craftdesk.features.training.writes.attendance import delete_marks
from craftdesk.features.training.writes.filling import fill, filled


def add_trainer(session: Session, key: str, artisan_id: str) -> str:
    """Let an artisan of the roster teach."""
    artisan = session.get_one(Artisan, artisan_id)
    taken = select(Participant.id).where(Participant.session_id == key, Participant.artisan_id == artisan_id)
    taught = select(Trainer.id).where(Trainer.session_id == key, Trainer.artisan_id == artisan_id)
    refuse_if(
        session.scalar(taken) is not None,
        _("{name} takes part in this session and cannot teach it too.").format(name=artisan.label()),
    )
    refuse_if(session.scalar(taught) is not None, _("{name} teaches already.").format(name=artisan.label()))
    return _add_trainer(
        session,
        Trainer(session_id=key, artisan_id=artisan_id, own_name_ar=artisan.name_ar, own_name_la=artisan.name_la),
    )


def add_outside_trainer(session: Session, key: str, values: Mapping[str, Any]) -> str:
    """Let somebody teach who is not of the roster; `values` by column."""
    made = Trainer(session_id=key, **filled(Trainer, values))
    refuse_if(not made.label(), _("Write the trainer's name."), "own_name_ar")
    return _add_trainer(session, made)


def _add_trainer(session: Session, trainer: Trainer) -> str:
    subject = session.get_one(TrainingSession, trainer.session_id).label()
    session.entitle(N_("{name} teaches “{subject}”"), name=trainer.label(), subject=subject)
    session.add(trainer)
    session.flush()
    return trainer.id


def edit_trainer(session: Session, trainer_id: str, values: Mapping[str, Any]) -> None:
    record = _filled(session.get_one(Trainer, trainer_id), values, _("Write the trainer's name."))
    session.entitle(N_("Trainer changed: {name}"), name=record.label())


def remove_trainer(session: Session, trainer_id: str) -> None:
    record = session.get_one(Trainer, trainer_id)
    session.entitle(N_("{name} no longer teaches"), name=record.label())
    session.delete(record)


@dataclass(frozen=True)
class Enrolment:
    """What came of enrolling many at once."""

    enrolled: int
    already: int
    teaching: int


def enrol(session: Session, key: str, artisan_ids: Collection[str]) -> Enrolment:
    """Let artisans take part; who is enrolled or teaches already is passed over."""
    taught = set(session.scalars(select(Trainer.artisan_id).where(Trainer.session_id == key)))
    there = set(session.scalars(select(Participant.artisan_id).where(Participant.session_id == key)))
    wanted = [each for each in dict.fromkeys(artisan_ids) if each not in there and each not in taught]
    found: list[Artisan] = []
    for some in chunks(wanted):
        found += session.scalars(select(Artisan).where(Artisan.id.in_(some)))
    subject = session.get_one(TrainingSession, key).label()
    if len(found) == 1:
        session.entitle(N_("{name} enrolled in “{subject}”"), name=found[0].label(), subject=subject)
    else:
        session.entitle(N_("Enrolled in “{subject}” (people: {count})"), subject=subject, count=len(found))
    session.add_rows(Participant, [_artisan_row(key, artisan) for artisan in found])
    asked = set(artisan_ids)
    return Enrolment(len(found), len(asked & there), len(asked & taught))


def _artisan_row(key: str, artisan: Artisan) -> dict[str, Any]:
    names = {"own_name_ar": artisan.name_ar, "own_name_la": artisan.name_la}
    empty = dict.fromkeys(("own_birth_place", "function_ar", "function_fr", "body_ar", "body_fr", "own_phone"), "")
    return {"session_id": key, "artisan_id": artisan.id, **names, **empty}


def enrol_outsider(session: Session, key: str, values: Mapping[str, Any]) -> str:
    """Let somebody take part who is not of the roster; `values` by column."""
    made = Participant(session_id=key, **filled(Participant, values))
    refuse_if(not made.label(), _("Write the participant's name."), "own_name_ar")
    subject = session.get_one(TrainingSession, key).label()
    session.entitle(N_("{name} enrolled in “{subject}”"), name=made.label(), subject=subject)
    session.add(made)
    session.flush()
    return made.id


def edit_participant(session: Session, participant_id: str, values: Mapping[str, Any]) -> None:
    record = _filled(session.get_one(Participant, participant_id), values, _("Write the participant's name."))
    session.entitle(N_("Participant changed: {name}"), name=record.label())


def _filled(record: Person, values: Mapping[str, Any], nameless: str) -> Person:
    fill(record, values)
    refuse_if(not record.label(), nameless, "own_name_ar")
    return record


def remove_participants(session: Session, participant_ids: Sequence[str]) -> None:
    """Take people off the list, and their marks with them."""
    people = [session.get_one(Participant, key) for key in participant_ids]
    if len(people) == 1:
        session.entitle(N_("{name} taken off the list"), name=people[0].label())
    else:
        session.entitle(N_("Taken off the list (people: {count})"), count=len(people))
    delete_marks(session, participants=participant_ids)
    session.delete_rows(Participant, participant_ids)
