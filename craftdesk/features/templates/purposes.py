"""What templates are for, and the fields that they may name, with sample values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from craftdesk.base.i18n import N_


@dataclass(frozen=True)
class NamedField:
    """A field as a template names it, with a value as it would be printed in Arabic and in French."""

    name: str
    label: str
    sample_ar: str
    sample_fr: str


@dataclass(frozen=True)
class Purpose:
    """Which paper a template makes, by the name of its shipped template; `letter` is printed on letterhead."""

    name: str
    title: str
    fields: tuple[NamedField, ...]
    letter: bool = False

    @cache  # noqa: B019 - there are eight of them
    def named(self) -> Mapping[str, NamedField]:
        return {each.name: each for each in self.fields}


_PERSON = (
    NamedField("name", N_("Name of the person"), "بوزيد فاطمة الزهراء", "BOUZID Fatima Zohra"),
    NamedField("other_name", N_("Name in the other script"), "BOUZID Fatima Zohra", "بوزيد فاطمة الزهراء"),
    NamedField("birth_day", N_("Birth date"), "12 مارس 1985", "12 mars 1985"),
    NamedField("birth_year", N_("Presumed year of birth"), "", ""),
    NamedField("birth_place", N_("Birth place"), "أريس", "Arris"),
    NamedField("at_birth_place", N_("At the birth place"), "بأريس", "à Arris"),
)
_EVENT = (
    NamedField(
        "subject", N_("Subject"), "التصميم والرسم في الحلي التقليدي", "Design et dessin dans le bijou traditionnel"
    ),
    NamedField("event", N_("What is held"), "الدورة التكوينية", "la session de formation"),
    NamedField("held", N_("Held, by what is held"), "المنعقدة", "tenue"),
    NamedField("days", N_("From the first to the last day"), "من 14 إلى 16 نوفمبر 2026", "du 14 au 16 novembre 2026"),
    NamedField("length", N_("Length in words"), "ثلاثة (03) أيام (18 ساعة)", "trois (03) jours, 18 heures"),
    NamedField("hours", N_("Hours"), "18", "18"),
    NamedField("place", N_("Place"), "دار الصناعة التقليدية باتنة", "Maison de l'artisanat de Batna"),
    NamedField("at_place", N_("At the place"), "بدار الصناعة التقليدية باتنة", "à la Maison de l'artisanat de Batna"),
    NamedField(
        "partner",
        N_("Partner or financing body"),
        "منظمة الأمم المتحدة للتنمية الصناعية (اليونيدو)",
        "l'Organisation des Nations unies pour le développement industriel (ONUDI)",
    ),
    NamedField("trainers", N_("Trainers"), "قاسمي الطاهر", "GASMI Tahar"),
)
_OFFICE = (
    NamedField(
        "chamber",
        N_("Name of the chamber"),
        "غرفة الصناعة التقليدية والحرف لولاية باتنة",
        "Chambre de l'artisanat et des métiers de la wilaya de Batna",
    ),
    NamedField("director", N_("Director's name"), "بلميهوب رشيد", "BELMIHOUB Rachid"),
    NamedField("office", N_("Place of signature"), "باتنة", "Batna"),
    NamedField("at_office", N_("At the place of signature"), "بباتنة", "à Batna"),
    NamedField("day", N_("Day of issue"), "23 نوفمبر 2026", "23 novembre 2026"),
)
_NUMBER = (NamedField("number", N_("Number and year"), "2026/0045", "2026/0045"),)
_ACTIVITY = (
    NamedField("activity", N_("Activity"), "صناعة الحلي التقليدية من الفضة", "Bijoux traditionnels en argent"),
)
_MERIT = (
    NamedField("function", N_("Function"), "أستاذة بالمدرسة الجهوية للفنون الجميلة", "École régionale des beaux-arts"),
    NamedField("reason", N_("What for"), "", ""),
)
_LETTER = (
    NamedField("recipient", N_("To whom"), "بوزيد فاطمة الزهراء", "BOUZID Fatima Zohra"),
    NamedField("address", N_("Address"), "حي 500 مسكن، باتنة", "Cité 500 logements, Batna"),
    NamedField(
        "reference", N_("Reference of the letter"), "طلبكم المؤرخ في 2 نوفمبر 2026", "Votre demande du 2 novembre 2026"
    ),
    NamedField(
        "topic", N_("Subject of the letter"), "طلب اقتناء عتاد حرفي", "Demande d'acquisition d'équipement artisanal"
    ),
    NamedField(
        "body",
        N_("Text"),
        "يؤسفنا أن نعلمكم أن اجتماع لجنة دراسة الطلبات قد أُجل إلى تاريخ لاحق، وسنوافيكم بالموعد الجديد في حينه.",
        "Nous vous informons que la réunion de la commission d'étude des demandes est reportée à une date ultérieure "
        "qui vous sera communiquée en temps utile.",
    ),
    NamedField("enclosures", N_("Enclosures"), "نسخة من الفاتورة الشكلية", "copie de la facture pro forma"),
    NamedField("phone", N_("Phone of the office"), "033 80 12 34", "033 80 12 34"),
    NamedField("signs_as", N_("Signed as"), "المدير", "Le directeur"),
)
_FILE = (
    NamedField("filed_on", N_("Day on which the file was handed in"), "2 نوفمبر 2026", "2 novembre 2026"),
    NamedField(
        "missing",
        N_("Missing papers"),
        "- نسخة من بطاقة التعريف الوطنية\n- فاتورة شكلية\n- شهادة عدم الخضوع للضريبة",
        "- copie de la carte nationale d'identité\n- facture pro forma\n- extrait de rôles",
    ),
    NamedField("until", N_("Last day"), "10 ديسمبر 2026", "10 décembre 2026"),
)
_STARTS = (NamedField("starts", N_("Hour of the beginning"), "08:30", "08:30"),)

CERTIFIED = (*_PERSON, *_EVENT, *_OFFICE, *_NUMBER, *_ACTIVITY, *_MERIT)
"""The fields of all certificates."""

PURPOSES: dict[str, Purpose] = {
    each.name: each
    for each in (
        Purpose("participation", N_("Certificate of participation"), CERTIFIED),
        Purpose("training", N_("Training certificate"), CERTIFIED),
        Purpose("qualification", N_("Qualification certificate"), CERTIFIED),
        Purpose("trainer", N_("Trainer's certificate"), CERTIFIED),
        Purpose("thanks", N_("Certificate of thanks"), CERTIFIED),
        Purpose("letter", N_("Letter"), (*_LETTER, *_OFFICE, *_NUMBER), letter=True),
        Purpose(
            "convocation",
            N_("Convocation to a session"),
            (*_LETTER, *_EVENT, *_STARTS, *_OFFICE, *_NUMBER),
            letter=True,
        ),
        Purpose(
            "missing-papers", N_("Reminder of missing papers"), (*_LETTER, *_FILE, *_OFFICE, *_NUMBER), letter=True
        ),
    )
}
