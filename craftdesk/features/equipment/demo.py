"""The equipment requests of the demo office: jewellers, coppersmiths and a group, as far as their files have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.models import PaperState, RequestKind, RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster.models import Artisan

FUND = "الصندوق الوطني لترقية نشاطات الصناعة التقليدية"
PROJECT = "مشروع التجمعات المهنية في الصناعات الثقافية والإبداعية (اليونيدو)"


@dataclass(frozen=True)
class Wanted:
    """A request: by whom (the n-th artisan of a trade), how many days ago, what, and how far it has come.

    `received` is how many of the usual papers are there; `steps` are states with days after the deposit and notes.
    """

    trade: str
    ago: int
    lines: tuple[Asked, ...]
    purpose: str
    received: int
    steps: tuple[tuple[RequestState, int, str], ...] = ()
    kind: RequestKind = RequestKind.ACQUISITION
    funding: str = FUND
    group: str = ""


S = RequestState
WANTED = (
    Wanted(
        "0301001",
        74,
        (Asked("فرن صهر الفضة بسعة 3 كغ", 1, 24_000_000), Asked("بواتق غرافيت", 6, 350_000)),
        "تحسين جودة الصب وتقليص ضياع المادة الأولية",
        5,
        (
            (S.COMPLETE, 6, ""),
            (S.APPROVED, 27, "محضر اللجنة رقم 04"),
            (S.DELIVERED, 60, "محضر استلام موقع من الحرفي"),
        ),
        funding=PROJECT,
    ),
    Wanted(
        "0303001",
        52,
        (Asked("إصلاح مدرفلة الصفائح النحاسية", 1, 6_850_000), Asked("استبدال أسطوانة الدرفلة", 2, 2_400_000)),
        "الآلة متوقفة منذ شهرين",
        4,
        ((S.COMPLETE, 3, ""), (S.APPROVED, 20, "محضر اللجنة رقم 05")),
        RequestKind.MAINTENANCE,
    ),
    Wanted(
        "0301002",
        41,
        (Asked("آلة صقل وتلميع بمحركين", 1, 18_600_000),),
        "",
        5,
        ((S.COMPLETE, 9, ""), (S.POSTPONED, 24, "تأجيل إلى الدورة القادمة لتحيين عرض الأسعار")),
    ),
    Wanted(
        "0303001",
        19,
        (Asked("مطارق نحاسية للطرق", 12, 120_000), Asked("سندان", 2, 1_500_000)),
        "تجهيز ورشة جديدة",
        5,
        ((S.COMPLETE, 2, ""),),
    ),
    Wanted(
        "0301001",
        6,
        (Asked("طقم أدوات النقش على الفضة", 2, 1_850_000), Asked("مصباح لحام", 1, 640_000)),
        "",
        4,
        ((S.INCOMPLETE, 1, "ينقص عرض الأسعار الثاني"),),
    ),
    Wanted(
        "0301001",
        2,
        (Asked("قاطعة ليزر للمعادن", 1, 145_000_000), Asked("شافطة أبخرة", 1, 9_200_000)),
        "ورشة مشتركة لستة حرفيين في طور التجمع",
        1,
        group="مجموعة صائغي الفضة بأريس",
    ),
)


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Take the requests in as a clerk would have, each with its papers and steps."""
    session.entitle(N_("Equipment requests of the demo office"))
    left = list(artisans)
    for wanted in WANTED:
        artisan = next((each for each in left if each.activity and each.activity.code == wanted.trade), left[0])
        left.remove(artisan)
        _take_in(session, wanted, artisan, day - timedelta(wanted.ago))


def _take_in(session: Session, wanted: Wanted, artisan: Artisan, on: date) -> None:
    values: dict[str, Any] = {
        "artisan_id": artisan.id,
        "group_name": wanted.group,
        "kind": wanted.kind,
        "purpose": wanted.purpose,
        "deposited_on": on,
        "funding": wanted.funding,
    }
    key = writes.save_request(session, None, values, wanted.lines)
    session.flush()
    for paper in reads.request_file(session, key).papers[: wanted.received]:
        writes.save_paper(session, paper.id, PaperState.RECEIVED, on)
    session.flush()
    for state, after, note in wanted.steps:
        writes.move_on(session, key, state, on + timedelta(after), note)
        session.flush()
