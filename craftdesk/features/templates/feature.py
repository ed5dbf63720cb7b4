"""The card of the templates."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Page
from craftdesk.desk.later import Later

later = partial(Later, "craftdesk.features.templates")

FEATURE = Feature(
    "templates",
    pages=(
        Page("templates", N_("Templates"), "ph.article", later("ui.templates_page", "TemplatesPage"), ("template",)),
    ),
)
