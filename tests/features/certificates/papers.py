"""Certificates to set, without a database."""

from dataclasses import replace

from craftdesk.base.i18n import speaking
from craftdesk.features.certificates.documents import certificates
from craftdesk.features.certificates.reads import Printable
from craftdesk.features.certificates.rules import Content
from craftdesk.features.templates.rules import shipped
from craftdesk.pdf.template.source import Template
from installer.bench._sentences import sentences
from installer.bench.certificates import SAMPLE

CONTENT = SAMPLE
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
    partner_ar="منظمة الأمم المتحدة للتنمية الصناعية، الاتحاد الأوروبي، الاتحاد من أجل المتوسط، التعاون الإيطالي، "
    "وزارة السياحة والصناعة التقليدية، جامعة باتنة 1، والمدرسة الجهوية للفنون الجميلة",
    partner_fr="ONUDI, Union européenne, Union pour la Méditerranée, Coopération italienne, ministère du Tourisme et "
    "de l'Artisanat, université de Batna 1 et École régionale des beaux-arts",
)


def says(content: Content, language: str) -> dict[str, str]:
    """The sentences by their names."""
    return sentences(content, language)


def printed(
    *contents: Content, language: str = "ar", logo: bytes | None = None, template: Template | None = None
) -> bytes:
    with speaking(language):
        return certificates(
            [Printable(each, logo, template or shipped(each.kind)) for each in contents], language
        ).render()
