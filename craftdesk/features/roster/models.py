"""The artisans and the files they came from."""

import enum
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, String, event, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from craftdesk.base.fields import Field, Kind, Script, Sought
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold, name_key
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import Activity, Commune, in_language
from craftdesk.features.roster import checks
from craftdesk.features.roster.step_kinds import STEP_KINDS, StepKind


class Sex(enum.StrEnum):
    """As the national identity card says it."""

    MALE = "m"
    FEMALE = "f"


class Form(enum.StrEnum):
    """How the craft is practised: alone, in a cooperative or in an enterprise (ordinance 96-01, article 5)."""

    INDIVIDUAL = "individual"
    COOPERATIVE = "cooperative"
    ENTERPRISE = "enterprise"


class Rank(enum.StrEnum):
    """The artisan's rank."""

    APPRENTICE = "apprentice"
    JOURNEYMAN = "journeyman"
    ARTISAN = "artisan"
    MASTER = "master"


class Premises(enum.StrEnum):
    """Where the craft is practised."""

    FIXED = "fixed"
    AMBULANT = "ambulant"
    FAIRGROUND = "fairground"
    HOME = "home"


class Status(enum.StrEnum):
    """The state of the registration."""

    REQUESTED = "requested"
    REGISTERED = "registered"
    STRUCK_OFF = "struck off"


class Metal(enum.StrEnum):
    """The precious metal that is worked; it decides the tax regime."""

    NONE = "none"
    SILVER = "silver"
    GOLD = "gold"


class TaxRegime(enum.StrEnum):
    """How the artisan is taxed."""

    FLAT = "flat"
    REAL = "real"
    EXEMPT = "exempt"


SEXES: dict[str, str] = {Sex.MALE: N_("Male"), Sex.FEMALE: N_("Female")}
FORMS: dict[str, str] = {
    Form.INDIVIDUAL: N_("Individual practice"),
    Form.COOPERATIVE: N_("Craft cooperative"),
    Form.ENTERPRISE: N_("Craft enterprise"),
}
RANKS: dict[str, str] = {
    Rank.APPRENTICE: N_("Apprentice"),
    Rank.JOURNEYMAN: N_("Journeyman"),
    Rank.ARTISAN: N_("Craftsman"),
    Rank.MASTER: N_("Master craftsman"),
}
PREMISES: dict[str, str] = {
    Premises.FIXED: N_("Fixed activity"),
    Premises.AMBULANT: N_("Ambulant activity"),
    Premises.FAIRGROUND: N_("Fairground activity"),
    Premises.HOME: N_("At home"),
}
STATUSES: dict[str, str] = {
    Status.REQUESTED: N_("Requested"),
    Status.REGISTERED: N_("Registered"),
    Status.STRUCK_OFF: N_("Struck off"),
}
METALS: dict[str, str] = {
    Metal.NONE: N_("No precious metal"),
    Metal.SILVER: N_("Silver"),
    Metal.GOLD: N_("Gold or platinum"),
}
REGIMES: dict[str, str] = {
    TaxRegime.FLAT: N_("Single flat tax (IFU)"),
    TaxRegime.REAL: N_("Real-profit regime"),
    TaxRegime.EXEMPT: N_("Exempt, terms of commitment signed"),
}
NAME_PARTS = ("family_ar", "given_ar", "family_la", "given_la")
CARD_KINDS = {"paper": N_("Paper card"), "digital": N_("Digital card")}


class Artisan(Model):
    """Somebody who practises a craft, with what the register, the card and the tax form ask.

    A birth is a day, or a presumed year alone. `mend` names what is to be mended: column -> [message, details].
    `source` is the digest of the line of a file last taken over. The last columns are derived at every save.
    """

    __tablename__ = "artisan"
    __table_args__ = (
        Index("ix_artisan_order", "order_ar", "id"),
        Index("ix_artisan_order_la", "order_la", "id"),
        Index("ix_artisan_home_commune", "home_commune_id", "order_ar"),
        Index("ix_artisan_activity", "activity_id", "order_ar"),
        Index("ix_artisan_mend", "order_ar", sqlite_where=text("mend IS NOT NULL")),
        Index("ix_artisan_not_registered", "activity_id", sqlite_where=text("status <> 'registered'")),
    )
    kind_title: ClassVar[str] = N_("Artisan")

    family_ar: Mapped[str | None] = column(
        Field(N_("Family name"), Script.ARABIC, headings=("اللقب",), sought=Sought.NAME)
    )
    given_ar: Mapped[str | None] = column(
        Field(N_("Given name"), Script.ARABIC, headings=("الاسم",), sought=Sought.NAME)
    )
    family_la: Mapped[str | None] = column(
        Field(
            N_("Family name in Latin letters"), Script.LATIN, headings=("nom", "اللقب باللاتينية"), sought=Sought.NAME
        )
    )
    given_la: Mapped[str | None] = column(
        Field(
            N_("Given name in Latin letters"), Script.LATIN, headings=("prénom", "الاسم باللاتينية"), sought=Sought.NAME
        )
    )
    sex: Mapped[Sex | None] = column(
        Field(N_("Sex"), kind=Kind.CHOICE, choices=SEXES, headings=("الجنس", "sexe"), sought=Sought.FACET)
    )
    birth_date: Mapped[date | None] = column(
        Field(
            N_("Birth date"),
            Script.DIGITS,
            Kind.DATE,
            checks.birth_day,
            headings=("تاريخ الميلاد", "date de naissance", "né(e) le"),
        ),
        index=True,
    )
    birth_year: Mapped[int | None] = column(
        Field(N_("Presumed birth year"), Script.DIGITS, Kind.NUMBER, checks.birth_year)
    )
    birth_place: Mapped[str | None] = column(Field(N_("Birth place"), headings=("مكان الميلاد", "lieu de naissance")))
    birth_act: Mapped[str | None] = column(Field(N_("Birth-certificate number"), Script.DIGITS))
    nin: Mapped[str | None] = column(
        Field(
            N_("National id number"),
            Script.DIGITS,
            check=checks.nin,
            headings=("رقم التعريف الوطني", "nin", "numéro d'identification national"),
            masked=True,
            sought=Sought.CODE,
        ),
        String(18),
        index=True,
    )
    home_address: Mapped[str | None] = column(Field(N_("Home address"), headings=("العنوان", "adresse")))
    home_commune_id: Mapped[str | None] = column(
        Field(
            N_("Commune of residence"),
            kind=Kind.RECORD,
            headings=("البلدية", "commune", "بلدية الإقامة"),
            sought=Sought.FACET,
        ),
        ForeignKey("commune.id"),
    )
    activity_address: Mapped[str | None] = column(
        Field(N_("Address of activity"), headings=("عنوان النشاط", "adresse d'activité", "مقر النشاط"))
    )
    activity_commune_id: Mapped[str | None] = column(
        Field(N_("Commune of activity"), kind=Kind.RECORD, headings=("بلدية النشاط", "commune d'activité")),
        ForeignKey("commune.id"),
    )
    phone: Mapped[str | None] = column(
        Field(
            N_("Phone"),
            Script.DIGITS,
            Kind.PHONE,
            checks.phone,
            headings=("الهاتف", "tél", "téléphone", "رقم الهاتف"),
            sought=Sought.CODE,
        )
    )
    other_phone: Mapped[str | None] = column(
        Field(N_("Other phone"), Script.DIGITS, Kind.PHONE, checks.phone, sought=Sought.CODE)
    )
    register_no: Mapped[str | None] = column(
        Field(
            N_("Register number"),
            Script.DIGITS,
            check=checks.register_no,
            headings=("رقم السجل", "رقم التسجيل", "n° d'immatriculation", "numéro d'immatriculation"),
            sought=Sought.CODE,
        ),
        unique=True,
    )
    registered_on: Mapped[date | None] = column(
        Field(
            N_("Registered on"),
            Script.DIGITS,
            Kind.DATE,
            checks.past_day,
            headings=("تاريخ التسجيل", "date d'inscription", "date d'immatriculation"),
        )
    )
    card_no: Mapped[str | None] = column(
        Field(
            N_("Card number"),
            Script.DIGITS,
            headings=("رقم البطاقة", "n° carte", "numéro de carte"),
            sought=Sought.CODE,
        )
    )
    card_kind: Mapped[str | None] = column(Field(N_("Kind of card"), kind=Kind.CHOICE, choices=CARD_KINDS))
    card_issued_on: Mapped[date | None] = column(Field(N_("Card issued on"), Script.DIGITS, Kind.DATE, checks.past_day))
    card_until: Mapped[date | None] = column(
        Field(N_("Card valid until"), Script.DIGITS, Kind.DATE, sought=Sought.MONTH), index=True
    )
    form: Mapped[Form] = column(
        Field(N_("Form of practice"), kind=Kind.CHOICE, choices=FORMS, sought=Sought.FACET), default=Form.INDIVIDUAL
    )
    rank: Mapped[Rank] = column(
        Field(N_("Rank"), kind=Kind.CHOICE, choices=RANKS, sought=Sought.FACET), default=Rank.ARTISAN
    )
    premises: Mapped[Premises | None] = column(Field(N_("Kind of premises"), kind=Kind.CHOICE, choices=PREMISES))
    activity_id: Mapped[str | None] = column(
        Field(N_("Activity"), kind=Kind.RECORD, headings=("النشاط", "activité"), sought=Sought.FACET),
        ForeignKey("activity.id"),
    )
    metal: Mapped[Metal | None] = column(
        Field(N_("Metal worked"), kind=Kind.CHOICE, choices=METALS, sought=Sought.FACET)
    )
    started_on: Mapped[date | None] = column(Field(N_("Start of activity"), Script.DIGITS, Kind.DATE))
    workers: Mapped[int | None] = column(Field(N_("Workers"), Script.DIGITS, Kind.NUMBER, checks.count))
    apprentices: Mapped[int | None] = column(Field(N_("Apprentices"), Script.DIGITS, Kind.NUMBER, checks.count))
    qualification: Mapped[str | None] = column(Field(N_("Qualification (kind, issuer, date)")))
    status: Mapped[Status] = column(
        Field(N_("Status"), kind=Kind.CHOICE, choices=STATUSES, sought=Sought.FACET),
        default=Status.REGISTERED,
        index=True,
    )
    nif: Mapped[str | None] = column(
        Field(
            N_("Tax id number (NIF)"),
            Script.DIGITS,
            check=checks.nif,
            headings=("رقم التعريف الجبائي", "nif"),
            sought=Sought.CODE,
        )
    )
    tax_article: Mapped[str | None] = column(Field(N_("Tax article number"), Script.DIGITS))
    tax_regime: Mapped[TaxRegime | None] = column(Field(N_("Tax regime"), kind=Kind.CHOICE, choices=REGIMES))
    commitment_signed_on: Mapped[date | None] = column(
        Field(N_("Terms of commitment signed on"), Script.DIGITS, Kind.DATE, checks.past_day)
    )
    tax_office: Mapped[str | None] = column(Field(N_("Tax office (CPI or inspection)")))
    tax_collector: Mapped[str | None] = column(Field(N_("Tax collector's office")))
    casnos_no: Mapped[str | None] = column(Field(N_("CASNOS number"), Script.DIGITS))
    casnos_since: Mapped[date | None] = column(
        Field(N_("Affiliated to CASNOS on"), Script.DIGITS, Kind.DATE, checks.past_day)
    )
    photo: Mapped[str | None] = column(Field(N_("Photo"), kind=Kind.IMAGE), String(32))
    remarks: Mapped[str | None] = column(
        Field(N_("Remarks"), kind=Kind.LONG_TEXT, headings=("ملاحظات", "observations"))
    )
    mend: Mapped[dict[str, Any] | None] = column(
        Field(N_("To mend"), kind=Kind.HIDDEN, sought=Sought.FACET), JSON(none_as_null=True)
    )
    source: Mapped[str | None] = column(Field(N_("Line of a file"), kind=Kind.HIDDEN), String(24))
    order_ar: Mapped[str] = mapped_column(default="")
    order_la: Mapped[str] = mapped_column(default="")
    key_ar: Mapped[str] = mapped_column(default="", index=True)
    key_la: Mapped[str] = mapped_column(default="", index=True)

    activity: Mapped[Activity | None] = relationship(lazy="raise")
    home_commune: Mapped[Commune | None] = relationship(lazy="raise", foreign_keys=[home_commune_id])
    activity_commune: Mapped[Commune | None] = relationship(lazy="raise", foreign_keys=[activity_commune_id])

    @property
    def name_ar(self) -> str:
        return " ".join(filter(None, (self.family_ar, self.given_ar)))

    @property
    def name_la(self) -> str:
        return " ".join(filter(None, (self.family_la, self.given_la)))

    def label(self) -> str:
        return in_language(self.name_ar, self.name_la)


class StatusChange(Model):
    """A step in an artisan's registration: what the status became, of which kind, on which day, why, by which paper."""

    __tablename__ = "status_change"
    kind_title: ClassVar[str] = N_("Change of status")

    artisan_id: Mapped[str] = mapped_column(ForeignKey("artisan.id"), index=True)
    status: Mapped[Status] = column(Field(N_("Status"), kind=Kind.CHOICE, choices=STATUSES))
    kind: Mapped[StepKind | None] = column(Field(N_("Kind"), kind=Kind.CHOICE, choices=STEP_KINDS))
    day: Mapped[date] = column(Field(N_("Day"), Script.DIGITS, Kind.DATE))
    reason: Mapped[str] = column(Field(N_("Reason")), default="")
    paper: Mapped[str] = column(Field(N_("Paper")), default="")

    def label(self) -> str:
        return _(STATUSES[self.status])


class ImportedFile(Model):
    """A roster file that was taken over.

    `counts` as the import told them, by outcome; `columns` pairs each heading of the file with what it was taken for.
    `signature` knows files with the same headings again, where the clerk chose what a column is taken for.
    """

    __tablename__ = "imported_file"
    kind_title: ClassVar[str] = N_("Imported file")

    name: Mapped[str] = column(Field(N_("File")))
    counts: Mapped[dict[str, Any]] = mapped_column(JSON)
    columns: Mapped[list[Any]] = mapped_column(JSON, default=list)
    signature: Mapped[str] = mapped_column(String(24), default="", index=True)

    def label(self) -> str:
        return self.name


class Outcome(enum.StrEnum):
    """What becomes of a line of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WAITING = "waiting"
    REFUSED = "refused"
    TWIN = "twin"
    LEFT = "left"  # waited, and the clerk left it out


OPEN = (Outcome.WAITING, Outcome.TWIN)
"""What waits for the clerk's decision."""


class ImportedRow(Model):
    """A line of a file that was not simply taken over: it waits, was refused, repeats somebody, or was put right.

    `cells` holds the original texts by what their columns were taken for (and what the clerk has mended of them),
    `faults` the reasons: [message, details].
    `artisan_id` is the artisan who came of it or whom it repeats; the artisan may be gone since. `digest` knows the
    same line again when its file comes back.
    """

    __tablename__ = "imported_row"
    kind_title: ClassVar[str] = N_("Line of a file")

    file_id: Mapped[str] = mapped_column(ForeignKey("imported_file.id"), index=True)
    number: Mapped[int]
    outcome: Mapped[Outcome] = column(Field(N_("Outcome"), kind=Kind.HIDDEN), index=True)
    cells: Mapped[dict[str, Any]] = column(Field(N_("Cells"), kind=Kind.HIDDEN), JSON)
    faults: Mapped[dict[str, Any]] = column(Field(N_("Faults"), kind=Kind.HIDDEN), JSON)
    artisan_id: Mapped[str | None] = column(Field(N_("Artisan"), kind=Kind.HIDDEN), String(32), index=True)
    digest: Mapped[str] = mapped_column(String(24))

    def label(self) -> str:
        return str(self.number)


def derived(value: Mapping[str, Any]) -> dict[str, str]:
    """The derived columns of an artisan, from the four parts of the name."""
    family_ar, given_ar, family_la, given_la = (value[name] or "" for name in NAME_PARTS)
    arabic, latin = fold(f"{family_ar} {given_ar}".strip()), fold(f"{family_la} {given_la}".strip())
    orders = {"order_ar": arabic or latin, "order_la": latin or arabic}
    return {**orders, "key_ar": name_key(family_ar, given_ar), "key_la": name_key(family_la, given_la)}


@event.listens_for(Artisan, "before_insert")
@event.listens_for(Artisan, "before_update")
def _derive(_mapper: object, _connection: object, artisan: Artisan) -> None:
    for name, value in derived({name: getattr(artisan, name) for name in NAME_PARTS}).items():
        setattr(artisan, name, value)
