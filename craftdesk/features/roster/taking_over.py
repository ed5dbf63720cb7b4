"""Taking a judged list over into the office: one change set, which one action undoes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from craftdesk.base.i18n import N_
from craftdesk.base.memory import without_collecting
from craftdesk.base.numbers import isolate
from craftdesk.data.session import Session
from craftdesk.features.roster.cells import Weight
from craftdesk.features.roster.importing import MENDED, Counts, Preview, Progress, no_progress, refresh
from craftdesk.features.roster.judging import TAKEN, key_names
from craftdesk.features.roster.models import Artisan, ImportedFile, ImportedRow, Outcome
from craftdesk.features.roster.rows import Choice, Row

_STEP = 20_000
_FROM_FILE = N_("Import of {file} · new: {new} · changed: {changed} · waiting: {waiting}")
_FROM_WAITING = N_("Rows that waited taken over · new: {new} · changed: {changed}")
_KEPT = frozenset({Outcome.WAITING, Outcome.REFUSED, Outcome.TWIN})


def take_over(session: Session, looked: Preview, progress: Progress = no_progress) -> Counts:
    """Write what the rows were judged to be; where the office has changed since, they are judged again first."""
    refresh(session, looked)
    counts = looked.counts()
    if not _has_news(looked):
        return counts
    title = _FROM_FILE if looked.name else _FROM_WAITING
    waiting = counts.waiting + counts.twins
    session.entitle(title, file=isolate(looked.name), new=counts.new, changed=counts.changed, waiting=waiting)
    with without_collecting():
        _add_artisans(session, looked.rows, progress)
        _change_artisans(session, looked.rows)
        progress(0, 0)
        _settle(session, looked.rows)
        if looked.name:
            _keep(session, looked, counts)
        progress(0, 0)
    return counts


def _has_news(looked: Preview) -> bool:
    """Whether there is anything to write; the same list again changes nothing, and its rows wait already."""
    return any(
        row.outcome in (Outcome.NEW, Outcome.CHANGED)
        or row.choice is not None
        or row.edits
        or (row.outcome in _KEPT and row.digest not in looked.held.stored)
        for row in looked.rows
    )


def _add_artisans(session: Session, rows: Sequence[Row], progress: Progress) -> None:
    new = [row for row in rows if row.outcome is Outcome.NEW]
    joined = _joined(rows)
    for start in range(0, len(new), _STEP):
        progress(start, len(new))
        some = new[start : start + _STEP]
        keys = session.add_rows(Artisan, [_artisan(row, joined.get(row, ())) for row in some])
        for row, key in zip(some, keys, strict=True):
            row.beside = key
    progress(len(new), len(new))


def _joined(rows: Iterable[Row]) -> Mapping[Row, list[Row]]:
    """The rows that the clerk joined to an earlier row of the same file."""
    found: dict[Row, list[Row]] = {}
    for row in rows:
        if row.earlier is not None and row.outcome is Outcome.SAME:
            found.setdefault(row.earlier, []).append(row)
    return found


def _artisan(row: Row, joined: Sequence[Row]) -> dict[str, Any]:
    values = {**row.values, "source": row.digest}
    if row.faults:
        values["mend"] = _to_mend(row)
    for other in joined:
        born = "birth_date" in values or "birth_year" in values
        gaps = {name: value for name, value in other.values.items() if not (born and name.startswith("birth_"))}
        values = {**gaps, **{name: value for name, value in values.items() if value}}
    if joined:
        key_names(values)
    return values


def _to_mend(row: Row) -> dict[str, Any] | None:
    found = {target: fault.written() for target, fault in row.faults.items() if fault.weight is Weight.MENDS}
    return found or None


def _change_artisans(session: Session, rows: Sequence[Row]) -> None:
    changed = [row for row in rows if row.outcome is Outcome.CHANGED]
    records = {artisan.id: artisan for artisan in _artisans(session, [row.beside or "" for row in changed])}
    for row in changed:
        artisan = records[row.beside or ""]
        for name, (_before, after) in row.changes.items():
            setattr(artisan, name, after)
        if artisan.mend:
            artisan.mend = {name: told for name, told in artisan.mend.items() if name not in row.changes} or None
        if row.choice is not Choice.JOIN:
            artisan.source = row.digest


def _artisans(session: Session, keys: Sequence[str]) -> Iterable[Artisan]:
    for start in range(0, len(keys), 500):
        yield from session.scalars(select(Artisan).where(Artisan.id.in_(keys[start : start + 500])))


def _settle(session: Session, rows: Sequence[Row]) -> None:
    """Rows that waited in the office file, and for which something was decided now, wait no longer."""
    by_key = {row.stored: row for row in rows if row.stored}
    by_digest = {row.digest: row for row in rows}
    some = [key for key in by_key if key]
    stored = list(session.scalars(select(ImportedRow).where(ImportedRow.id.in_(some)))) if some else []
    stored += _waiting_again(session, rows)
    for each in stored:
        row = by_key.get(each.id) or by_digest[each.digest]
        if row.outcome in TAKEN or row.outcome is Outcome.LEFT:
            each.outcome, each.artisan_id = row.outcome, _artisan_of(row)
        elif row.edits:
            each.cells = {**each.cells, MENDED: row.edits}


def _waiting_again(session: Session, rows: Sequence[Row]) -> Iterable[ImportedRow]:
    """Rows of earlier files with the very texts of those for which the clerk decided something here."""
    digests = [row.digest for row in rows if not row.stored and (row.edits or row.choice)]
    return session.scalars(select(ImportedRow).where(ImportedRow.digest.in_(digests), ImportedRow.outcome.in_(_KEPT)))


def _artisan_of(row: Row) -> str | None:
    return row.beside or (row.earlier.beside if row.earlier else None)


def _keep(session: Session, looked: Preview, counts: Counts) -> None:
    """Keep what the file said where it was not simply taken over."""
    columns = [list(pair) for pair in zip(looked.columns.texts, looked.columns.targets, strict=True)]
    signature = looked.columns.signature() if looked.columns.chosen else ""
    file = {"name": looked.name, "counts": counts.as_dict(), "columns": columns, "signature": signature}
    [key] = session.add_rows(ImportedFile, [file])
    kept = [row for row in looked.rows if _is_worth_keeping(row, looked.held.stored)]
    session.add_rows(ImportedRow, [_kept(row, key) for row in kept])


def _is_worth_keeping(row: Row, stored: set[str]) -> bool:
    if row.outcome in _KEPT:
        return row.digest not in stored
    if row.outcome is Outcome.SAME:
        return row.choice is Choice.JOIN
    return bool(row.faults or row.edits or row.choice)


def _kept(row: Row, file_key: str) -> dict[str, Any]:
    """All texts of a row that waits; of one that was taken over those that were put right or mended."""
    whole = row.outcome not in TAKEN
    texts = row.texts if whole else {name: row.texts.get(name, "") for name in (*row.faults, *row.edits)}
    faults = dict(row.faults) if row.why is None else {**row.faults, "": row.why}
    return {
        "file_id": file_key,
        "number": row.number,
        "outcome": row.outcome,
        "cells": {name: text for name, text in texts.items() if text} | ({MENDED: row.edits} if row.edits else {}),
        "faults": {name: fault.written() for name, fault in faults.items()},
        "artisan_id": _artisan_of(row),
        "digest": row.digest,
    }
