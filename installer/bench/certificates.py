"""A batch of certificates in one file, against Typst and fpdf2: the milliseconds of a page.

Measured is from ready contents to the written file: wording, layout, fonts. The imports before it are not measured.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from craftdesk.features.certificates.rules import Content
from installer.bench import papers
from installer.bench._people import People
from installer.benchmarks import Result

SIZES = (1_000,)
PEERS = ("typst", "fpdf2")
SAMPLE = Content(
    number=45,
    year=2026,
    issued_on=date(2026, 11, 23),
    kind="training",
    name_ar="بوزيد فاطمة الزهراء",
    name_la="BOUZID Fatima Zohra",
    sex="f",
    birth_date=date(1985, 3, 12),
    birth_year=None,
    birth_place="أريس",
    subject_ar="التصميم والرسم في الحلي التقليدي",
    subject_fr="Design et dessin dans le bijou traditionnel",
    course_kind="course",
    first_day=date(2026, 11, 14),
    last_day=date(2026, 11, 16),
    days=3,
    hours=18,
    place_ar="دار الصناعة التقليدية باتنة",
    place_fr="Maison de l'artisanat de Batna",
    partner_ar="منظمة الأمم المتحدة للتنمية الصناعية (اليونيدو)",
    partner_fr="Organisation des Nations unies pour le développement industriel (ONUDI)",
    trainers_ar="قاسمي الطاهر",
    trainers_fr="Gasmi Tahar",
    lines_ar="الجمهورية الجزائرية الديمقراطية الشعبية\nوزارة السياحة والصناعة التقليدية",
    lines_fr="RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE\nMINISTÈRE DU TOURISME ET DE L'ARTISANAT",
    chamber_ar="غرفة الصناعة التقليدية والحرف لولاية باتنة",
    chamber_fr="CHAMBRE DE L'ARTISANAT ET DES MÉTIERS DE LA WILAYA DE BATNA",
    director_ar="بلميهوب رشيد",
    director_fr="Belmihoub Rachid",
    signed_at_ar="باتنة",
    signed_at_fr="Batna",
    logo=None,
)
"""An invented certificate of a course."""


def run(sizes: Sequence[int] | None) -> list[Result]:
    found: list[Result] = []
    for size in sizes or SIZES:
        with papers.prepared(size, 1) as folder:
            figures = papers.against("certificates", size, folder, PEERS)
            for one in figures:
                if one["unit"].startswith("ms"):
                    one["name"] = "certificates"
                    found.append(one)
    return found


def contents(size: int) -> list[Content]:
    """What the certificates say: each names another person, and all the same course."""
    people = People(["0501"], ["0301001"]).rows(size)
    return [
        replace(
            SAMPLE,
            number=number,
            name_ar=f"{row['family_ar']} {row['given_ar']}",
            name_la=f"{row['family_la']} {row['given_la']}",
            sex=row["sex"].value,
            birth_date=row["birth_date"],
        )
        for number, row in enumerate(people, 1)
    ]
