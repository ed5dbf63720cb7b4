"""A batch of certificates in one file, against Typst and fpdf2 with the same lines, fonts, sizes and frame.

Each maker works in a process of its own, so that nothing is kept from one round to the next. Measured is from ready
contents to the written file: wording, layout, fonts. The imports before it are not measured.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from craftdesk.base.i18n import speaking
from craftdesk.base.paths import RESOURCES
from craftdesk.features.certificates.documents import certificates
from craftdesk.features.certificates.reads import Printable
from craftdesk.features.certificates.rules import Content
from installer.bench._people import People
from installer.benchmarks import Result, result

SIZES = (1_000,)
ROUNDS = 3
PEERS = ("typst", "fpdf2")
LANGUAGE = "ar"
LOGO = RESOURCES / "icons" / "craftdesk.png"
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
    return [_against(peer, size) for size in sizes or SIZES for peer in PEERS]


def _against(peer: str, size: int) -> Result:
    """Both in turns, the middle of three."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "certificates.pdf"
        times = [(_seconds("ours", size, out), _seconds(peer, size, out)) for _round in range(ROUNDS)]
    mine, peers = zip(*times, strict=True)
    return result("certificates", size, ours=median(mine), peer=median(peers), peer_name=peer)


def _seconds(maker: str, size: int, out: Path) -> float:
    command = [sys.executable, "-m", __name__, maker, str(size), str(out)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


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


def _ours(found: Sequence[Content], out: Path) -> None:
    logo = LOGO.read_bytes()
    with speaking(LANGUAGE):
        certificates([Printable(each, logo) for each in found], LANGUAGE).write(out)


def maker_of(name: str) -> Callable[[Sequence[Content], Path], None]:
    """Who makes the file; the peers are imported where they are asked for, in an environment that has them."""
    if name == "typst":
        from installer.bench._typst import make  # noqa: PLC0415

        return make
    if name == "fpdf2":
        from installer.bench._fpdf2 import make as with_fpdf2  # noqa: PLC0415

        return with_fpdf2
    return _ours


def main(name: str, size: str, out: str) -> None:
    make, found = maker_of(name), contents(int(size))
    start = time.perf_counter()
    make(found, Path(out))
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
