"""The card of the certificates."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds

ICON = "ph.certificate"
TABLE = "certificate"
later = partial(Later, "craftdesk.features.certificates")

holds("certificates", later("holding", "certificates"))

FEATURE = Feature(
    "certificates",
    pages=(
        Page("certificates", N_("Certificates"), ICON, later("ui.register_page", "RegisterPage"), ("certificate",)),
    ),
    panels=(
        Panel("training_session", N_("Certificates"), ICON, later("ui.session_panel", "SessionCertificates")),
        Panel("artisan", N_("Certificates"), ICON, later("ui.artisan_panel", "ArtisanCertificates")),
    ),
    papers=(
        Paper(
            "certificate",
            N_("Certificate"),
            TABLE,
            later("recipients", "printables"),
            later("documents", "certificates"),
            recipients=later("recipients", "recipients"),
            languages=("ar", "fr", "both"),
        ),
        Paper(
            "certificate-register",
            N_("Register of certificates"),
            TABLE,
            later("reads", "register_paper"),
            later("documents", "certificate_register"),
        ),
    ),
    waiting=later("ui.telling", "waiting"),
    figures=later("ui.telling", "figures"),
    finders=(Finder(TABLE, later("ui.telling", "hits")),),
    lists=(
        Listing(
            "certificates",
            N_("Certificates"),
            "certificates.register",
            later("giving", "columns"),
            later("giving", "ask"),
            later("giving", "person"),
            understood=later("giving", "understood"),
        ),
    ),
)
