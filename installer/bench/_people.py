"""Invented artisans in any number, with names as common and as rare as real ones, for the benchmarks."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from craftdesk.data.keys import new_key
from craftdesk.features.roster.models import Form, Metal, Rank, Sex, Status, derived

_MEN = """محمد Mohamed|أحمد Ahmed|عبد القادر Abdelkader|علي Ali|عمر Omar|يوسف Youcef|إبراهيم Brahim|سمير Samir
كمال Kamel|رشيد Rachid|مراد Mourad|نور الدين Noureddine|عبد الرحمان Abderrahmane|حسين Hocine|حسن Hassan
موسى Moussa|عيسى Aissa
مصطفى Mustapha|خالد Khaled|فريد Farid|جمال Djamel|صالح Salah|العربي Larbi|الطاهر Tahar|بلقاسم Belkacem|مقداد Mokdad
شاهين Chahine|نصرو Nasro|زين العابدين Zine El Abidine|سيف الدين Seifeddine|رمزي Ramzi|ياسين Yacine|أمين Amine
بلال Bilal|وليد Walid|هشام Hichem|رضا Reda|توفيق Toufik|عزوز Azouz|لخضر Lakhdar|مسعود Messaoud|السعيد Said
عبد الحميد Abdelhamid|عبد الله Abdellah|عبد المالك Abdelmalek|الهادي Hadi|قدور Kaddour|بوعلام Boualem|ميلود Miloud"""
_WOMEN = """فاطمة Fatima|خديجة Khadidja|عائشة Aicha|زينب Zineb|مريم Meriem|نادية Nadia|سعاد Souad|آسيا Assia|أريج Aridj
ملاك Malak|زكية Zakia|كنزة Kenza|حورية Houria|ليلى Leila|سلسبيل Salsabil|شهيناز Chahinez|عواطف Aouatef|نوال Nawal
وهيبة Wahiba|صليحة Saliha|جميلة Djamila|رزيقة Rezika|يمينة Yamina|ربيعة Rabia|هاجر Hadjer|إيمان Imene|سهام Siham"""
_ROOTS = """جلال Djellal|مهدي Mehdi|نادر Nader|موسى Moussa|فوزي Fouzi|أنس Anes|مسعود Messaoud|نجاح Nedjah|زبار Zebbar
هاشم Hachem|حراث Herrat|يحياوي Yahiaoui|العايب Laib|مروان Merouane|أنيس Anis|شلالي Chellali|وليد Walid|سحنون Sahnoun
يطو Yetou|عباسي Abbassi|لكحل Lakehal|حسان Hassane|عزي Azzi|شهرة Chohra|حيدر Haider|محفوظ Mahfoud|قاسم Kacem|زيان Ziane
عمران Amrane|سعيد Said|دراجي Derradji|خليفة Khelifa|رابح Rabah|منصور Mansour|صغير Seghir|كبير Kebir|حمودة Hamouda
طالب Taleb|عمار Amar|غربي Gharbi|شرقي Chergui|قبائلي Kebaili|شاوي Chaoui|تواتي Touati|بسكري Biskri|قسنطيني Ksentini
مزيان Meziane|أكلي Akli|شريف Cherif|مرابط Merabet|حداد Haddad|نجار Nedjar|صايغ Sayegh|دباغ Debbagh|نحاس Nehas"""
_PARTICLES = (("", ""), ("بن ", "BEN "), ("بن", "BEN"), ("بو", "BOU"), ("بو", "BOU "), ("بل", "BEL"), ("آيت ", "AIT "))
_ENDINGS = (("", ""), ("", ""), ("ي", "I"), ("اوي", "AOUI"), ("ة", "A"), ("ان", "ANE"), ("ات", "AT"))


def _pairs(text: str) -> list[tuple[str, str]]:
    entries = (entry for line in text.splitlines() for entry in line.split("|"))
    return [_parted(entry) for entry in entries]


def _parted(entry: str) -> tuple[str, str]:
    first_latin = next(at for at, letter in enumerate(entry) if letter.isascii() and letter.isalpha())
    return entry[:first_latin].strip(), entry[first_latin:]


def _families() -> list[tuple[str, str]]:
    return [
        (before[0] + root[0] + after[0], before[1] + root[1].upper() + after[1])
        for after in _ENDINGS
        for before in _PARTICLES
        for root in _pairs(_ROOTS)
    ]


class People:
    """Draws artisans: few names are very common, many are rare."""

    def __init__(self, communes: list[str], activities: list[str], seed: int = 5) -> None:
        self._chance = random.Random(seed)
        self._communes, self._activities = communes, activities
        self._given = {Sex.MALE: _pairs(_MEN), Sex.FEMALE: _pairs(_WOMEN)}
        self._families = _families()
        self._chance.shuffle(self._families)
        self._weights = list(accumulate(1 / (rank + 12) ** 0.7 for rank in range(len(self._families))))

    def rows(self, size: int) -> Iterator[dict[str, Any]]:
        families = self._chance.choices(self._families, cum_weights=self._weights, k=size)
        return (self._row(number, family) for number, family in enumerate(families))

    def _row(self, number: int, family: tuple[str, str]) -> dict[str, Any]:
        chance = self._chance
        sex = chance.choice((Sex.MALE, Sex.MALE, Sex.FEMALE))
        given = self._given[sex][int(len(self._given[sex]) * chance.random() ** 2.2)]
        born = date(1950, 1, 1) + timedelta(chance.randrange(20_000))
        names = {"family_ar": family[0], "given_ar": given[0], "family_la": family[1], "given_la": given[1]}
        return {
            "id": new_key(),
            **names,
            **derived(names),
            "sex": sex,
            "birth_date": born,
            "nin": f"{1 if sex is Sex.MALE else 2}0{born.year % 1000:03}{chance.randrange(10**13):013}",
            "home_commune_id": self._communes[int(len(self._communes) * chance.random() ** 3)],
            "phone": f"0{chance.choice('567')}{chance.randrange(10**8):08}",
            "register_no": f"05/{chance.randrange(1998, 2027)}/{number:06}",
            "card_no": f"05A{number:06}",
            "card_until": date(2024, 1, 1) + timedelta(chance.randrange(3600)),
            "activity_id": chance.choice(self._activities),
            "form": chance.choices((Form.INDIVIDUAL, Form.COOPERATIVE, Form.ENTERPRISE), (94, 4, 2))[0],
            "rank": chance.choices((Rank.ARTISAN, Rank.MASTER), (97, 3))[0],
            "metal": chance.choices((Metal.NONE, Metal.SILVER, Metal.GOLD), (80, 15, 5))[0],
            "status": chance.choices((Status.REGISTERED, Status.STRUCK_OFF, Status.REQUESTED), (86, 12, 2))[0],
            "mend": {"nin": ["The NIN is missing.", {}]} if chance.random() < 0.01 else None,
        }
