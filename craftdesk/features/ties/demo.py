"""The ties of the demo office: two families, a master with an apprentice, a cooperative and an enterprise."""

from collections.abc import Sequence
from datetime import date

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan, Sex, Status
from craftdesk.features.ties import rules, writes
from craftdesk.features.ties.models import BodyKind, NameKind
from craftdesk.features.ties.rules import Role

COOPERATIVE = {
    "kind": BodyKind.COOPERATIVE,
    "name_ar": "تعاونية أنامل الأوراس للحلي التقليدي",
    "name_fr": "Coopérative Anamel El Aurès du bijou traditionnel",
    "register_no": "05/T/2019/0014",
    "founded_on": date(2019, 3, 17),
    "commune_id": "0529",
    "address": "حي الزيتون",
}
ENTERPRISE = {
    "kind": BodyKind.ENTERPRISE,
    "name_ar": "مقاولة النحاس الأصيل",
    "name_fr": "Entreprise El Nahas El Assil",
    "register_no": "05/M/2022/0003",
    "founded_on": date(2022, 9, 4),
    "commune_id": "0501",
}


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Write the ties down as a clerk would have."""
    session.entitle(N_("Ties of the demo office"))
    people = [each for each in artisans if each.status is Status.REGISTERED]
    jewellers = [each for each in people if each.activity and each.activity.code.startswith("0301")]
    smiths = [each for each in people if each.activity and each.activity.code.startswith("0303")]
    cooperative = writes.save_body(session, None, COOPERATIVE)
    enterprise = writes.save_body(session, None, ENTERPRISE)
    founder, manager, *members = jewellers[:6]
    writes.tie(session, founder.id, Role.FOUNDER, cooperative, date(2019, 3, 17))
    writes.tie(session, manager.id, Role.MANAGER, cooperative, date(2023, 1, 8))
    for place, each in enumerate(members):
        key = writes.tie(session, each.id, Role.MEMBER, cooperative, date(2019 + place, 5, 2))
        if place == 3:
            writes.end_tie(session, key, date(day.year, 6, 30))
    writes.tie(session, smiths[0].id, Role.MANAGER, enterprise, date(2022, 9, 4))
    writes.tie(session, smiths[1].id, Role.MEMBER, enterprise, date(2022, 9, 4))
    _families(session, jewellers)
    writes.tie(session, founder.id, Role.APPRENTICE, members[1].id, date(2021, 10, 3))
    name = {"kind": NameKind.KNOWN_AS, "name_ar": "الصائغ الكبير", "name_la": "Essayegh El Kebir"}
    writes.save_name(session, founder.id, name)


def _families(session: Session, people: Sequence[Artisan]) -> None:
    """A brother or sister, a couple and a child, as far as sexes and births allow."""
    first, second = people[0], people[6]
    writes.tie(session, first.id, Role.SIBLING, second.id)
    woman = next((each for each in people[7:] if each.sex is Sex.FEMALE), None)
    if woman is not None:
        writes.tie(session, first.id, Role.SPOUSE, woman.id, date(2008, 8, 14))
    child = next((each for each in people[8:] if each is not woman and rules.is_born_after(each, second)), None)
    if child is not None:
        writes.tie(session, second.id, Role.CHILD, child.id)
