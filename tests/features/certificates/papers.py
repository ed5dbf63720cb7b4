"""Certificates to set, without a database."""

from dataclasses import replace
from datetime import date

from craftdesk.base.i18n import speaking
from craftdesk.features.certificates.documents import certificates
from craftdesk.features.certificates.reads import Printable
from craftdesk.features.certificates.rules import Content
from craftdesk.features.certificates.wording import Sentences, sentences

CONTENT = Content(
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
    partner="ONUDI",
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
A_MAN = replace(CONTENT, sex="m", name_ar="بن مهدي مقداد", name_la="BENMEHDI Mokdad")
SOMEBODY = replace(CONTENT, sex=None)
LONG = replace(
    CONTENT,
    name_ar="بن عبد الرحمان بوشعالة محمد الأمين عبد الحكيم نور الدين بن الحاج إبراهيم الخليل المدعو سي لخضر الباتني",
    name_la="BENABDERRAHMANE BOUCHAALA Mohamed Lamine Abdelhakim Noureddine Ben El Hadj Brahim El Khalil dit Lakhdar",
    subject_ar="تحسين التسيير الإداري والمالي للورشات الحرفية المختصة في صناعة الحلي التقليدية من الفضة، والتصميم "
    "والرسم بمساعدة الحاسوب، والتسويق والاتصال البصري، والنظافة والأمن في أماكن العمل، وحماية المحيط والتسجيل "
    "لدى مصالح الضرائب والضمان الاجتماعي لغير الأجراء",
    subject_fr="Amélioration de la gestion administrative et financière des ateliers spécialisés dans le bijou "
    "traditionnel en argent, design et dessin assistés par ordinateur, marketing et communication visuelle, hygiène "
    "et sécurité au travail, environnement, enregistrement auprès des services fiscaux et de la CASNOS",
    partner="منظمة الأمم المتحدة للتنمية الصناعية، الاتحاد الأوروبي، الاتحاد من أجل المتوسط، التعاون الإيطالي، وزارة "
    "السياحة والصناعة التقليدية، جامعة باتنة 1، والمدرسة الجهوية للفنون الجميلة",
)
LONG_FRENCH = replace(
    LONG,
    partner="ONUDI, Union européenne, Union pour la Méditerranée, Coopération italienne, ministère du Tourisme et de "
    "l'Artisanat, université de Batna 1 et École régionale des beaux-arts",
)


def says(content: Content, language: str) -> Sentences:
    with speaking(language):
        return sentences(content)


def printed(*contents: Content, language: str = "ar", logo: bytes | None = None) -> bytes:
    with speaking(language):
        return certificates([Printable(each, logo) for each in contents], language).render()
