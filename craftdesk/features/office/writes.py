"""What the user changes about the office."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.images import shrunk
from craftdesk.base.names import fold
from craftdesk.base.reasons import reason
from craftdesk.data import blobs
from craftdesk.data.model import Model, fields_of
from craftdesk.data.session import Session
from craftdesk.features.office import reads
from craftdesk.features.office.models import Activity, Belonging, Chamber, Commune, Letterhead, Wilaya
from craftdesk.features.office.rules import CODE_LENGTH, PLACES, ChamberDetails, plain_code, rows_of, sector_of

LOGO_SIDE = 600
FIRST_DAY = date(1996, 1, 10)
"""The day of ordinance 96-01: no paper of a chamber is older, so the first letterhead holds for all of them."""
HEADINGS = {
    "code": ("code", "رمز", "رمز النشاط", "الرمز", "code activité"),
    "name_ar": ("name_ar", "النشاط", "التسمية", "الاسم", "activité (ar)", "libellé (ar)"),
    "name_fr": ("name_fr", "activité", "libellé", "désignation", "activité (fr)", "libellé (fr)"),
}
MOST_TOLD = 3


@dataclass(frozen=True)
class ImportedActivities:
    """How many activities of a file were new, changed the name of one that is there, or said the same."""

    new: int
    changed: int
    same: int


def make_office(session: Session, details: ChamberDetails) -> Chamber:
    """Load the places of the country and write down the chamber with its first letterhead.

    It is nobody's action: Undo does not take the office away.
    """
    session.who = ""
    session.entitle(N_("Office set up: {name}"), name=details.chamber_ar or details.chamber_fr)
    refuse_if(reads.has_chamber(session), _("This file holds an office already."))
    load_places(session)
    made = Chamber(
        wilaya_id=details.wilaya_id, place_ar=details.place_ar, place_fr=details.place_fr, language=details.language
    )
    names = ("lines_ar", "lines_fr", "chamber_ar", "chamber_fr", "director_ar", "director_fr")
    head = Letterhead(holds_from=FIRST_DAY, **{name: getattr(details, name).strip() for name in names})
    session.add_all([made, head])
    if details.logo:
        made.logo = blobs.keep(session, shrunk(details.logo, LOGO_SIDE), "image/png")
    session.flush()
    return made


def load_places(session: Session) -> None:
    """Write the wilayas and communes that the program brings along into a new office."""
    cuts = list(rows_of(PLACES / "cuts.csv"))
    dairas = {row["code"]: row for row in rows_of(PLACES / "dairas.csv")}
    communes = list(rows_of(PLACES / "communes.csv"))
    _fill(session, Wilaya, (_wilaya(row) for row in rows_of(PLACES / "wilayas.csv")))
    _fill(session, Commune, map(_commune, communes))
    _fill(session, Belonging, (each for row in communes for each in _belongings(row, dairas[row["daira"]], cuts)))


def _fill(session: Session, model: type[Model], rows: Iterator[dict[str, Any]]) -> None:
    session.execute(insert(model), list(rows))
    session.touched.add(model)


def _wilaya(row: Mapping[str, str]) -> dict[str, Any]:
    holds_from = date.fromisoformat(row["valid_from"])
    return {"id": row["code"], "name_ar": row["name_ar"], "name_fr": row["name_fr"], "holds_from": holds_from}


def _commune(row: Mapping[str, str]) -> dict[str, Any]:
    spellings = [fold(each) for each in (row["name_ar"], row["name_fr"], *row["other_names"].split("|"))]
    spellings += [" ".join(word.removeprefix("ال") for word in each.split()) for each in spellings]
    folded = "".join(f"| {each} " for each in dict.fromkeys(filter(None, spellings))) + "|"
    names = {name: row[name] for name in ("name_ar", "name_fr", "other_names")}
    return {"id": row["code"], **names, "folded": folded}


def _belongings(
    row: Mapping[str, str], daira: Mapping[str, str], cuts: list[dict[str, str]]
) -> Iterator[dict[str, Any]]:
    """One belonging for each cut that put the commune into another wilaya."""
    before = ""
    for cut in cuts:
        if (wilaya_id := row[cut["column"]]) != before:
            before = wilaya_id
            names = {"daira_ar": daira["name_ar"], "daira_fr": daira["name_fr"]}
            holds_from = date.fromisoformat(cut["valid_from"])
            yield {"commune_id": row["code"], "wilaya_id": wilaya_id, **names, "holds_from": holds_from}


def save_chamber(session: Session, values: Mapping[str, Any]) -> None:
    """Change the office's own details; a "logo" among them is the picture itself."""
    session.entitle(N_("Office details changed"))
    if "logo" in values:
        save_logo(session, values["logo"])
    _assign(reads.chamber(session), {name: value for name, value in values.items() if name != "logo"})


def save_logo(session: Session, picture: bytes | None) -> None:
    """Keep a picture as the office's logo, or take the logo away."""
    session.entitle(N_("Logo changed") if picture else N_("Logo removed"))
    here = reads.chamber(session)
    here.logo = blobs.keep(session, shrunk(picture, LOGO_SIDE), "image/png") if picture else None


def save_letterhead(session: Session, key: str | None, values: Mapping[str, Any]) -> str:
    """Change a letterhead, or add one that holds from a day on."""
    session.entitle(N_("Letterhead changed") if key else N_("Letterhead added"))
    head = session.get_one(Letterhead, key) if key else Letterhead()
    _assign(head, values)
    _refuse_gaps(head)
    twin = session.scalars(
        select(Letterhead).where(Letterhead.holds_from == head.holds_from, Letterhead.id != (key or ""))
    ).first()
    refuse_if(twin is not None, _("Another letterhead holds from that day already."), "holds_from")
    session.add(head)
    session.flush()
    return head.id


def delete_letterhead(session: Session, key: str) -> None:
    session.entitle(N_("Letterhead deleted"))
    refuse_if(len(reads.letterheads(session)) == 1, _("The last letterhead stays: papers need one. Change it instead."))
    session.delete(session.get_one(Letterhead, key))


def _assign(record: Model, values: Mapping[str, Any]) -> None:
    columns = type(record).__table__.columns
    for name, value in values.items():
        setattr(record, name, "" if value is None and not columns[name].nullable else value)


def _refuse_gaps(record: Model) -> None:
    for name, field in fields_of(type(record)).items():
        if field.required and getattr(record, name) in (None, ""):
            raise UserError(_("{field} is needed.").format(field=_(field.label)), name)


def import_activities(session: Session, path: Path) -> ImportedActivities:
    """Take over the activities of a file with the columns code, Arabic name, French name."""
    rows = _checked(_lines(path))
    there = {plain_code(each.code): each for each in session.scalars(select(Activity))}
    new = [
        {"code": code, "name_ar": names[0], "name_fr": names[1]} for code, names in rows.items() if code not in there
    ]
    changed = sum(_renamed(there[code], *names) for code, names in rows.items() if code in there)
    done = ImportedActivities(len(new), changed, len(rows) - len(new) - changed)
    title = N_("Activities imported from {file}: {new} new, {changed} changed")
    session.entitle(title, file=path.name, new=done.new, changed=done.changed)
    session.add_rows(Activity, new)
    return done


def _renamed(activity: Activity, arabic: str, french: str) -> bool:
    """Give an activity the names of the file; a French name that the file leaves out stays."""
    before = (activity.name_ar, activity.name_fr)
    activity.name_ar, activity.name_fr = arabic, french or activity.name_fr
    return before != (activity.name_ar, activity.name_fr)


def _lines(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows with the number of their line, under our names of the columns."""
    text = _text(path)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    columns = _columns(next(reader, []), path)
    return [
        (reader.line_num, {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()})
        for row in reader
        if any(cell.strip() for cell in row)
    ]


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = reason(error, reading=True)
        raise UserError(_("{file} cannot be read: {reason}").format(file=path, reason=why)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for files that are not UTF-8 alone

        best = from_bytes(data, cp_isolation=["cp1256", "utf_16", "cp1252", "mac_arabic"]).best()
    if best is None:
        raise UserError(_("The file {file} is not a text file.").format(file=path.name))
    return str(best)


def _columns(headings: list[str], path: Path) -> dict[str, int]:
    folded = [fold(each) for each in headings]
    found: dict[str, int] = {}
    for name, spellings in HEADINGS.items():
        at = next((folded.index(fold(each)) for each in spellings if fold(each) in folded), None)
        if at is not None:
            found[name] = at
    if not {"code", "name_ar"} <= found.keys():
        raise UserError(
            _("The first line of {file} must name the columns: code, name_ar, name_fr.").format(file=path.name)
        )
    return found


def _checked(rows: list[tuple[int, dict[str, str]]]) -> dict[str, tuple[str, str]]:
    """The names by code; the faults of all lines are told together."""
    found: dict[str, tuple[str, str]] = {}
    faults: list[str] = []
    for number, row in rows:
        code = plain_code(row["code"])
        if why := _fault(code, row, code in found):
            faults.append(_("line {number}: {why}").format(number=number, why=why))
        found[code] = (row["name_ar"], row.get("name_fr", ""))
    if faults:
        more = "" if len(faults) <= MOST_TOLD else " …"
        raise UserError(_("Nothing was imported. ") + " · ".join(faults[:MOST_TOLD]) + more)
    refuse_if(not found, _("The file holds no activity."))
    return found


def _fault(code: str, row: Mapping[str, str], doubled: bool) -> str | None:
    if len(code) != CODE_LENGTH:
        return _("the code “{code}” has not seven digits").format(code=row["code"])
    if sector_of(code) is None:
        return _("there is no sector {sector}").format(sector=code[:2])
    if not row["name_ar"]:
        return _("the Arabic name is missing")
    return _("the code {code} stands twice").format(code=code) if doubled else None
