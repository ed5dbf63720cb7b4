"""What becomes of each row of a list: new, changed, the same, waiting, refused, or the twin of somebody.

The rows are judged in their order, since a row may repeat an earlier one.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Result, select, text

from craftdesk.base.i18n import N_
from craftdesk.base.names import fold, name_key, same_name
from craftdesk.data.bulk import among
from craftdesk.data.session import Session
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.cells import Fault, Weight
from craftdesk.features.roster.models import Artisan, ImportedRow, Outcome
from craftdesk.features.roster.rows import Choice, NameKey, Row

Values = Mapping[str, Any]

TAKEN = frozenset({Outcome.NEW, Outcome.CHANGED, Outcome.SAME})
_OPEN = frozenset({Outcome.WAITING, Outcome.REFUSED, Outcome.TWIN})
_ALWAYS = (
    *("id", "family_ar", "given_ar", "family_la", "given_la", "sex", "birth_date", "birth_year", "nin"),
    *("register_no", "phone", "home_commune_id", "activity_id", "mend", "key_ar", "key_la", "source"),
)
_BIRTH = ("birth_date", "birth_year")


def key_row(row: Row) -> None:
    """Work out by what a row's person is known."""
    key_names(row.values)
    row.names = _name_keys(row.values)


def key_names(values: dict[str, Any]) -> None:
    """Add the columns that are derived from the names."""
    family_ar, given_ar = values.get("family_ar") or "", values.get("given_ar") or ""
    family_la, given_la = values.get("family_la") or "", values.get("given_la") or ""
    arabic, latin = _folded(family_ar, given_ar), _folded(family_la, given_la)
    values["order_ar"], values["order_la"] = arabic or latin, latin or arabic
    values["key_ar"], values["key_la"] = name_key(family_ar, given_ar), name_key(family_la, given_la)


def _folded(family: str, given: str) -> str:
    return f"{_fold(family)} {_fold(given)}".strip()


_fold = lru_cache(50_000)(fold)


def name_of(values: Values) -> str:
    """The name in the language of the screen."""
    arabic = " ".join(filter(None, (values.get("family_ar"), values.get("given_ar"))))
    latin = " ".join(filter(None, (values.get("family_la"), values.get("given_la"))))
    return in_language(arabic, latin)


def _name_keys(values: Values) -> tuple[NameKey, ...]:
    born = values.get("birth_date") or values.get("birth_year")
    if not born:
        return ()
    return tuple([(key, born) for key in (values["key_ar"], values["key_la"]) if key])


def _written(row: Values) -> str | int | None:
    """The birth as it lies in the file; None for a row that only its name may know again."""
    if day := row.get("birth_date"):
        return str(day)
    return row.get("birth_year") or ("" if row.get("register_no") or row.get("nin") else None)


class Held:
    """What the office holds of the people of a list, asked for many rows at once."""

    def __init__(self, columns: Collection[str]) -> None:
        table = Artisan.__table__.c
        self._columns = [table[name] for name in dict.fromkeys((*_ALWAYS, *columns)) if name in table]
        self.artisans: dict[str, dict[str, Any]] = {}
        self.by_source: dict[str, list[str]] = {}
        self.by_register: dict[str, str] = {}
        self.by_nin: dict[str, str] = {}
        self.by_name: dict[NameKey, str] = {}
        self.settled: dict[str, str] = {}
        self.stored: set[str] = set()

    def look_up(self, session: Session, rows: Sequence[Row]) -> None:
        """Find everybody whom one of the rows may mean."""
        self._look_up_rows(session, [row.digest for row in rows])
        if session.scalar(select(Artisan.id).limit(1)) is None:
            return
        for name in ("register_no", "nin"):
            self._add(session, name, {row.values.get(name) for row in rows})
        for name in ("key_ar", "key_la"):
            self._add_names(session, name, [row.values for row in rows])
        self._add(session, "id", set(self.settled.values()))

    def _add(self, session: Session, column: str, keys: Collection[str | None]) -> None:
        wanted = [key for key in keys if key]
        if wanted:
            self._hold(session.execute(select(*self._columns).where(among(Artisan.__table__.c[column], wanted))))

    def _add_names(self, session: Session, column: str, rows: Sequence[Values]) -> None:
        """Those of the same name and birth; by the name alone where nothing else is known of a row."""
        born = [[row[column], _written(row)] for row in rows if row[column]]
        joined = (
            f"json_each(:pairs) AS pair ON artisan.{column} = pair.value ->> 0 AND (pair.value ->> 1 IS NULL"
            " OR pair.value ->> 1 IN (artisan.birth_date, artisan.birth_year))"
        )
        columns = ", ".join(f"artisan.{each.name}" for each in self._columns)
        statement = text(f"SELECT {columns} FROM artisan JOIN {joined}").columns(*self._columns)
        self._hold(session.execute(statement, {"pairs": json.dumps(born)}))

    def _hold(self, found: Result[Any]) -> None:
        for row in found.mappings():
            if row["id"] not in self.artisans:
                self._hold_one(row["id"], dict(row))

    def _hold_one(self, key: str, artisan: dict[str, Any]) -> None:
        self.artisans[key] = artisan
        if artisan["source"]:
            self.by_source.setdefault(artisan["source"], []).append(key)
        if artisan["register_no"]:
            self.by_register[artisan["register_no"]] = key
        if artisan["nin"]:
            self.by_nin.setdefault(artisan["nin"], key)
        for name in _name_keys(artisan):
            self.by_name.setdefault(name, key)

    def _look_up_rows(self, session: Session, digests: Sequence[str]) -> None:
        """The rows of earlier files that are the same texts: what was settled, and what still waits."""
        if session.scalar(select(ImportedRow.id).limit(1)) is None:
            return
        found = session.execute(
            select(ImportedRow.digest, ImportedRow.outcome, ImportedRow.artisan_id).where(
                among(ImportedRow.digest, set(digests))
            )
        )
        for digest, outcome, artisan in found:
            if outcome in _OPEN:
                self.stored.add(digest)
            elif artisan and outcome in TAKEN:
                self.settled[digest] = artisan


class Judge:
    """Judges the rows of a list one after the other."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._claimed: set[str] = set()
        self._changed: dict[str, dict[str, Any]] = {}
        self._digests: dict[str, Row] = {}
        self._registers: dict[str, Row] = {}
        self._nins: dict[str, Row] = {}
        self._names: dict[NameKey, Row] = {}

    def judge(self, row: Row) -> None:
        row.why, row.beside, row.earlier, row.changes = None, None, None, {}
        row.outcome = self._outcome(row)
        if row.outcome in TAKEN:
            self._remember(row)

    def _outcome(self, row: Row) -> Outcome:
        if row.choice is Choice.LEAVE:
            return Outcome.LEFT
        if not row.edits and self._known_again(row):
            return Outcome.SAME
        if not row.values["order_ar"]:
            row.why = Fault(Weight.WAITS, N_("There is no name, neither in Arabic nor in Latin letters."))
            return Outcome.REFUSED
        if row.faults and Weight.WAITS in row.fault_weights():
            return Outcome.WAITING
        return self._by_register(row) or self._by_person(row) or Outcome.NEW

    def _known_again(self, row: Row) -> bool:
        """The very texts were taken over before; what the office made of them since stands."""
        for key in self._held.by_source.get(row.digest, ()):
            if key not in self._claimed:
                row.beside = key
                return True
        settled = self._held.settled.get(row.digest)
        if settled in self._held.artisans and row.digest not in self._digests:
            row.beside = settled
            return True
        return False

    def _remember(self, row: Row) -> None:
        if row.beside:
            self._claimed.add(row.beside)
        root = row.earlier or row
        self._digests.setdefault(row.digest, root)
        if register := row.values.get("register_no"):
            self._registers.setdefault(register, root)
        if nin := row.values.get("nin"):
            self._nins.setdefault(nin, root)
        for name in row.names:
            self._names.setdefault(name, root)

    def _by_register(self, row: Row) -> Outcome | None:
        register = row.values.get("register_no")
        if not register:
            return None
        holder, earlier = self._held.by_register.get(register), self._registers.get(register)
        known = self._known(holder) if holder else earlier.values if earlier else None
        if known is None:
            return None
        if not _may_be_one(row.values, known):
            message = N_("This register number is that of {name}.")
            return self._wait(row, "register_no", message, name_of(known))
        if earlier is not None:
            return self._twin(row, holder, earlier, N_("The same register number stands twice in the file."))
        return self._same_record(row, holder or "")

    def _same_record(self, row: Row, holder: str) -> Outcome:
        other = self._held.by_nin.get(row.values.get("nin") or "")
        if other is not None and other != holder:
            message = N_("This national id number is that of {name}.")
            return self._wait(row, "nin", message, name_of(self._held.artisans[other]))
        return self._change(row, holder, _differences(row.values, self._known(holder)))

    def _change(self, row: Row, holder: str, changes: dict[str, tuple[Any, Any]]) -> Outcome:
        row.beside, row.changes = holder, changes
        self._changed.setdefault(holder, {}).update({name: after for name, (_before, after) in changes.items()})
        return Outcome.CHANGED if changes else Outcome.SAME

    def _known(self, holder: str) -> Values:
        """What the office holds of an artisan, with what earlier rows change."""
        return self._held.artisans[holder] | self._changed.get(holder, {})

    def _wait(self, row: Row, target: str, message: str, name: str) -> Outcome:
        row.why = Fault(Weight.WAITS, message, {"name": name})
        row.faults = {**row.faults, target: row.why}
        return Outcome.WAITING

    def _by_person(self, row: Row) -> Outcome | None:
        nin = row.values.get("nin")
        if nin and (nin in self._held.by_nin or nin in self._nins):
            return self._twin(row, self._held.by_nin.get(nin), self._nins.get(nin), _SAME_NIN)
        for name in row.names:
            if name in self._held.by_name or name in self._names:
                return self._twin(row, self._held.by_name.get(name), self._names.get(name), _SAME_PERSON)
        if row.digest in self._digests and not row.edits:
            return self._twin(row, None, self._digests[row.digest], N_("The same line stands twice in the file."))
        return None

    def _twin(self, row: Row, holder: str | None, earlier: Row | None, why: str) -> Outcome | None:
        """A twin waits until the clerk joins it to the other one or keeps it apart."""
        row.why = Fault(Weight.WAITS, why)
        row.beside = holder or (earlier.beside if earlier else None)
        row.earlier = None if row.beside else earlier
        if row.choice is Choice.APART:
            return self._kept_apart(row)
        if row.choice is not Choice.JOIN:
            return Outcome.TWIN
        if row.beside:
            return self._change(row, row.beside, _gaps(row.values, self._known(row.beside)))
        return Outcome.SAME

    def _kept_apart(self, row: Row) -> Outcome | None:
        """A person of their own; what only one person can have is taken out and is to be mended."""
        beside, earlier, why = row.beside, row.earlier, row.why
        row.beside = row.earlier = row.why = None
        if why is not None and why.message not in (_SAME_NIN, _SAME_PERSON):
            row.beside, row.earlier = beside, earlier
            return self._wait(row, "register_no", N_("Two people cannot have one register number: mend it."), "")
        nin = row.values.get("nin")
        if nin and (nin in self._held.by_nin or nin in self._nins):
            row.values = {name: value for name, value in row.values.items() if name != "nin"}
            message = N_("Somebody else has this national id number: “{text}”.")
            row.faults = {**row.faults, "nin": Fault(Weight.MENDS, message, {"text": nin})}
        return None


_SAME_NIN = N_("The same national id number.")
_SAME_PERSON = N_("The same name and the same birth.")


def _may_be_one(row: Values, known: Values) -> bool:
    """Whether name, birth or national id number agree: then a register number means the same record."""
    if any(row.get(name) and row.get(name) == known.get(name) for name in ("key_ar", "key_la", "nin", *_BIRTH)):
        return True
    scripts = [(row.get(key), known.get(key)) for key in ("key_ar", "key_la")]
    if any(one and other for one, other in scripts):
        return False
    return same_name(_any_name(row), _any_name(known))


def _any_name(values: Values) -> str:
    arabic = f"{values.get('family_ar') or ''} {values.get('given_ar') or ''}".strip()
    return arabic or f"{values.get('family_la') or ''} {values.get('given_la') or ''}".strip()


_DERIVED = frozenset({"order_ar", "order_la", "key_ar", "key_la"})


def _differences(row: Values, known: Values) -> dict[str, tuple[Any, Any]]:
    """The columns that the row gives another value, before and after; what it leaves empty stands."""
    changes = {
        name: (known.get(name), value)
        for name, value in row.items()
        if name not in _DERIVED and value != known.get(name)
    }
    for one, other in (_BIRTH, _BIRTH[::-1]):
        if one in changes and known.get(other) is not None and other not in row:
            changes[other] = (known[other], None)
    return changes


def _gaps(row: Values, known: Values) -> dict[str, tuple[Any, Any]]:
    """The columns that are empty in the office and that the row fills."""
    born = any(known.get(name) for name in _BIRTH)
    return {
        name: (None, value)
        for name, value in row.items()
        if name not in _DERIVED and known.get(name) in (None, "") and not (born and name in _BIRTH)
    }
