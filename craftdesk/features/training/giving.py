"""The lists of training as they leave the office: the sessions, and who takes part in one."""

from collections.abc import Mapping
from typing import NamedTuple

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import group_phone
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot, lot_of, of_field
from craftdesk.desk.exporting.filters import of_choices
from craftdesk.features.roster.models import SEXES, Artisan
from craftdesk.features.training import reads, rules
from craftdesk.features.training.models import KINDS, CourseKind, Participant, TrainingSession
from craftdesk.features.training.reads import SessionLine
from craftdesk.features.training.rules import PHASES, Phase, Right, Verdict

Line = tuple[int, Participant, Right]
RIGHTS = {Verdict.YES: N_("Has the right"), Verdict.NO: N_("Has not"), Verdict.OPEN: N_("Not settled")}


class Sought(NamedTuple):
    """What of the sessions is shown."""

    like: str = ""
    phase: Phase | None = None
    kind: CourseKind | None = None


def session_columns() -> list[ExportColumn[SessionLine]]:
    own = {name: _of_session(name) for name in ("subject_ar", "subject_fr", "kind", "hours", "min_share", "remarks")}
    return [
        own["subject_ar"],
        own["subject_fr"],
        own["kind"],
        ExportColumn("place", N_("Place"), lambda line: line.session.place),
        ExportColumn("first_day", N_("First day of the session"), lambda line: line.first_day, Kind.DAY),
        ExportColumn("last_day", N_("Last day of the session"), lambda line: line.last_day, Kind.DAY),
        ExportColumn("half_days", N_("Half-days"), lambda line: line.half_days, Kind.NUMBER),
        own["hours"],
        ExportColumn("trainers", N_("Trainers"), lambda line: line.trainers),
        ExportColumn("partner", N_("Partner"), lambda line: line.session.partner),
        ExportColumn("participants", N_("Participants"), lambda line: line.participants, Kind.NUMBER, summed=True),
        ExportColumn("state", N_("State"), lambda line: _(PHASES[line.phase]), Kind.WORD),
        own["min_share"],
        own["remarks"],
    ]


def _of_session(name: str) -> ExportColumn[SessionLine]:
    usual = name not in ("min_share", "remarks")
    made = of_field(name, fields_of(TrainingSession)[name], usual=usual)
    return ExportColumn(name, made.title, lambda line: made.value(line.session), made.kind, usual)


def ask_sessions(session: Session, question: Sought | None, keys: tuple[str, ...] = ()) -> Lot:
    """The sessions that are shown, or chosen ones in their order."""
    if keys:
        found = {each.id: each for each in reads.session_lines(session, keys)}
        return lot_of([found[key] for key in keys if key in found], [_("chosen in the list")])
    sought = question or Sought()
    words = [_("“{subject}”").format(subject=sought.like.strip())] if sought.like.strip() else []
    words += [_(PHASES[sought.phase])] if sought.phase else []
    words += [_(KINDS[sought.kind])] if sought.kind else []
    return lot_of(reads.sessions(session, *sought), words)


def participant_columns() -> list[ExportColumn[Line]]:
    nin = fields_of(Artisan)["nin"]
    return [
        ExportColumn("number", N_("No."), lambda line: line[0], Kind.NUMBER),
        ExportColumn("name_ar", N_("Name in Arabic"), lambda line: line[1].name_ar),
        ExportColumn("name_la", N_("Name in Latin letters"), lambda line: line[1].name_la),
        ExportColumn("sex", N_("Sex"), lambda line: _(SEXES[line[1].sex]) if line[1].sex else None, Kind.WORD),
        ExportColumn("activity", N_("Activity or body"), lambda line: line[1].body_or_activity),
        ExportColumn("commune", N_("Commune"), lambda line: _commune(line[1])),
        ExportColumn("register_no", N_("Register no."), lambda line: _of_artisan(line, "register_no"), Kind.CODE),
        ExportColumn("card_no", N_("Card number"), lambda line: _of_artisan(line, "card_no"), Kind.CODE, usual=False),
        ExportColumn(
            "nin", nin.label, lambda line: _of_artisan(line, "nin"), Kind.CODE, usual=False, masked=nin.masked
        ),
        ExportColumn("phone", N_("Phone"), lambda line: group_phone(line[1].phone), Kind.CODE),
        ExportColumn("right", N_("Certificate"), lambda line: _(RIGHTS[line[2].verdict]), Kind.WORD),
    ]


def _of_artisan(line: Line, name: str) -> str | None:
    artisan = line[1].artisan
    found: str | None = getattr(artisan, name) if artisan else None
    return found


def _commune(person: Participant) -> str:
    artisan = person.artisan
    commune = (artisan.activity_commune or artisan.home_commune) if artisan else None
    return commune.label() if commune else ""


def ask_participants(session: Session, question: str | None, keys: tuple[str, ...] = ()) -> Lot:
    """Those of the session of this key, or some of them."""
    refuse_if(not question, _("Say of which session: --find with its key."))
    sheet = reads.sheet(session, question or "")
    found = rules.rights(sheet)
    lines = [(place, each, found[each.id]) for place, each in enumerate(sheet.participants, 1)]
    words = [sheet.session.label()]
    if keys:
        words.append(_("chosen in the list"))
    return lot_of([line for line in lines if not keys or line[1].id in keys], words)


def person(row: Line) -> str | None:
    return row[1].artisan_id


def session_of(session: Session, text: str, _filters: object) -> str:
    """The session that the command line names: by its key, or by words that only one has."""
    if session.get(TrainingSession, text) is not None:
        return text
    found = reads.sessions(session, text)
    told = _("“{text}” fits {number} sessions. Say the key of one: --find KEY.")
    refuse_if(len(found) != 1, told.format(text=text, number=len(found)))
    return found[0].id


def understood(_session: Session, text: str, filters: Mapping[str, str]) -> Sought:
    """The sessions that the command line asks for: `state=held`, `kind=course`."""
    found = of_choices(filters, {"state": list(Phase), "kind": list(CourseKind)})
    state, kind = found.get("state"), found.get("kind")
    return Sought(text, Phase(state) if state else None, CourseKind(kind) if kind else None)
