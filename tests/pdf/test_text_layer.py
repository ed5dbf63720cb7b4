"""What readers find in a paper is what was set: letters, order, lines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from craftdesk.pdf.blocks import Column, Paragraph, Run, Table
from craftdesk.pdf.styles import BODY, CERTIFICATE_TEXT, JUSTIFIED, TITLE

TWELVE = BODY.but(size=12)
ARABIC = [
    "يشهد مدير غرفة الصناعة التقليدية والحرف",
    "السيد(ة): بن علي (محمد) 12",
    "المولود بتاريخ 12 جانفي 1980 بباتنة",
    "حرفي في الحلي (CAM-05-00123) وغيرها",
    "حرفي في الحلي (\u2068CAM-05-00123\u2069) وغيرها",
    "بِسْمِ اللهِ الرَّحْمٰنِ الرَّحِيمِ",
    "الإعلام والإتصال لا إله إلا الله لأن الآن",
    "«التصميم والرسم» [ملاحظة] 50% و 3,5",
    "Benali Mohamed (Batna) محمد",
    "\u20680550 12 34 56\u2069 - هاتف",
    "الهاتف: \u20680550 12 34 56\u2069",
    "حَمْدَاوِي عَبْدُ الرَّحْمَنِ",
    "غرفة CAM Batna (05) بولاية باتنة",
    "الرقم: 12 / غ.ص.ت.ح / 2026",
    "بالتعاون مع منظمة الأمم المتحدة للتنمية الصناعية (ONUDI) بمدة ثلاثة (03) أيام.",
    "المبلغ: 240.000,00 دج (مائتان وأربعون ألف دينار)",
    "البريد: \u2068contact@cam-batna.dz\u2069 والموقع \u2068https://www.cam.dz/a?b=1\u2069",
    "من 14/11/2026 إلى 16/11/2026 (3 أيام)",
    "Benali Mohamed ben Ahmed",
    "12",
    "0550 12 34 56",
    "(أ) - (ب)؛ [ج]: {د}",
    "100 % ... نعم!",
    "رقم التعريف الوطني \u2068109 850 123 456 789 012\u2069",
    "قال: «Bonjour (Batna) monde» ثم مضى.",
    'شهادة "التصميم" لسنة 2026/2027',
    "الفقرة 1.2.3: النص",
    "ما هو السعر؟ لا شيء، أو 12؛ نعم!",
]
FRENCH = [
    "Le directeur de la chambre de l'artisanat atteste que M. Benali",
    "« Dessin et création » (24 heures) – à Batna, le 23 novembre 2026",
    "N° 12 / CAM / 2026 : 240 000,00 DA",
    "Œuvre, cœur, naïf, Noël, œil ; déjà ? 50 % !",
    "Nom : بن علي محمد (Benali Mohamed), né à Batna",
    "La chambre باتنة et غرفة الصناعة التقليدية ici",
    "fin affiche efficace flûte",
]


def test_arabic_lines_read_as_they_were_set(read, paper, same):
    assert read(paper(*ARABIC).render()) == same(" ".join(ARABIC))


def test_french_lines_read_as_they_were_set(read, paper, same):
    assert read(paper(*FRENCH, language="fr").render()) == same(" ".join(FRENCH))


@pytest.mark.parametrize("style", [TITLE, CERTIFICATE_TEXT, TWELVE], ids=["title", "certificate", "body"])
@pytest.mark.parametrize("text", ARABIC)
def test_each_arabic_line_reads_as_it_was_set_among_others(read, paper, same, style, text):
    around = "هذه ورقة بالعربية حتى يعرف القارئ اتجاهها"
    found = read(paper(around, Paragraph(text, style.but(size=11)), around).render())
    assert found == same(f"{around} {text} {around}")


def test_long_paragraphs_read_from_the_first_line_to_the_last(read, paper, same):
    text = " ".join(ARABIC[:4] * 6)
    for align in ("leading", "justified", "centre", "trailing"):
        assert read(paper(text, style=TWELVE.but(align=align)).render()) == same(text)


def test_bold_words_and_sizes_do_not_disturb_the_text(read, paper, same):
    words = " ".join(ARABIC).split(" ")
    runs = [Run(f"{word} ", bold=number % 3 == 0, colour="#1f3d4d") for number, word in enumerate(words)]
    assert read(paper(runs).render()) == same(" ".join(words))


def test_the_rows_of_a_table_read_from_the_leading_side(read, paper, same):
    rows = [
        ["1", "بن علي محمد", "Benali Mohamed", "\u20680550 12 34 56\u2069", "\u2068CAM-05-00001\u2069"],
        ["2", "بوزيد فاطمة الزهراء", "Bouzid Fatma Zohra", "\u20680661 00 11 22\u2069", "\u2068CAM-05-00002\u2069"],
    ]
    columns = [Column("الرقم", width=15), *(Column(title) for title in ("الاسم", "بالفرنسية", "الهاتف", "البطاقة"))]
    found = read(paper(Paragraph("قائمة الحرفيين المسجلين في الغرفة", TWELVE), Table(columns, rows)).render())
    for row in rows:
        assert all(same(text) in found for text in row)
    places = [found.index(same(text)) for text in rows[0][1:]]
    assert places in (sorted(places), sorted(places, reverse=True))  # -layout keeps the look of the sheet


ARABIC_WORDS = (  # noqa: SIM905 - one a line would be long
    "بن علي محمد الدورة التكوينية حول لا الله لأن بِسْمِ الرحمن باتنة (محمد) «التصميم والرسم» السيد(ة): المولود و "
    "باتنة. غ.ص.ت.ح [ملاحظة] شارك/شاركت سنوات! أين؟"
).split(" ")
OTHER_WORDS = (  # noqa: SIM905
    "12 1980 2026/11/23 240.000,00 50% 3,5 (03) 0001/2026 CAM-05-00123 (CAM-05-1) CAM Batna ONUDI (ONUDI) "
    "Benali Mohamed l'artisanat contact@cam.dz «Bonjour» Tizi-Ouzou"
).split(" ")
mixed = st.lists(st.sampled_from(ARABIC_WORDS) | st.sampled_from(ARABIC_WORDS + OTHER_WORDS), min_size=1, max_size=60)


# Every reading starts a program, so there are few examples; each has several lines.
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixed, st.booleans())
def test_any_mixture_of_words_reads_as_it_was_set(read, paper, same, words, some_bold):
    around = "هذه ورقة بالعربية حتى يعرف القارئ اتجاهها في هذا السطر الطويل"
    words = [word for word, before in zip(words, ["", *words], strict=False) if word != before]
    runs = [Run(f"{word} ", bold=some_bold and number % 4 == 1) for number, word in enumerate(words)]
    found = read(paper(around, Paragraph(runs, JUSTIFIED), around).render())
    assert found == same(" ".join([around, *words, around]))
