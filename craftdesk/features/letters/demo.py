"""The letters of the demo office: to an artisan, to a school, and an invitation in French."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.letters import reads, writes
from craftdesk.features.letters.models import Addressee
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.roster.models import Artisan

_POSTPONED = {
    "topic": "طلب اقتناء عتاد حرفي",
    "reference": "طلبكم المودع لدى مصالح الغرفة",
    "body": "ردا على طلبكم المشار إليه في المرجع أعلاه، يشرفنا أن نعلمكم أن لجنة دراسة الطلبات قد أجلت البت فيه إلى "
    "دورتها القادمة، في انتظار تحيين عرض الأسعار المرفق بالملف.\n"
    "وعليه نطلب منكم موافاتنا بفاتورة شكلية جديدة لا يتجاوز تاريخها ثلاثة (03) أشهر، وسنوافيكم بتاريخ الاجتماع فور "
    "تحديده.\n"
    "وتبقى مصالح الغرفة في خدمتكم لكل توضيح.",
    "enclosures": "نموذج الفاتورة الشكلية",
}
_SCHOOL = {
    "recipient": "مديرة مركز التكوين المهني والتمهين، أريس",
    "address": "حي الزيتون، أريس",
    "topic": "استقبال متربصات في ورشات الحلي التقليدي",
    "body": "في إطار التعاون بين مؤسستينا، يشرفنا أن نقترح عليكم استقبال ست (06) متربصات في ورشات حرفيي الفضة "
    "المسجلين لدى غرفتنا، ابتداء من شهر جانفي المقبل.\n"
    "ونرجو منكم موافاتنا بقائمة المتربصات المعنيات قبل نهاية شهر ديسمبر، حتى يتسنى لنا توزيعهن على الورشات.",
}
_FAIR = {
    "address": "Cité des 500 logements, n° 135, Batna",
    "topic": "Participation au Salon régional de l'artisanat",
    "body": "La chambre participe au Salon régional de l'artisanat et des métiers, qui se tiendra à Constantine. "
    "Un stand collectif y est réservé aux dinandiers de la wilaya, et vos pièces y seraient les bienvenues.\n"
    "Les frais de stand et de transport sont pris en charge par la chambre. Nous vous prions de nous faire connaître "
    "votre réponse dans les quinze (15) jours.",
    "enclosures": "règlement du salon, fiche d'inscription",
}
WRITTEN = ((31, "ar", "0301002", _POSTPONED), (12, "ar", "", _SCHOOL), (4, "fr", "0303001", _FAIR))
"""So many days ago, in which language, to the first of a trade, what."""


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """Write them as a clerk would have, in the order of their days."""
    session.entitle(N_("Letters of the demo office"))
    for ago, language, trade, texts in WRITTEN:
        artisan = next((each for each in artisans if each.activity and each.activity.code == trade), None)
        known = reads.addressee(session, artisan.id, language) if artisan else {}
        addressee = known.pop("addressee", None) or (Addressee.WOMAN if texts is _SCHOOL else None)
        # The numbers of a year run with its days.
        on = max(day - timedelta(ago), date(day.year, 1, 1))
        wanted = Wanted("letter", language, on, {**known, **texts}, artisan.id if artisan else None, addressee)
        wanted = replace(wanted, signatory=reads.signatory(session, wanted))
        writes.save_letter(session, None, wanted)
