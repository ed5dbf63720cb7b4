"""The card of files: the documents that a procedure asks for, receipts, scans."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds

ICON, SCAN_ICON = "ph.folder-open", "ph.paperclip"
TABLE, SCAN = "dossier", "scan"
later = partial(Later, "craftdesk.features.dossiers")

holds("dossiers", later("holding", "files"))
holds("scans", later("holding", "scans"))

FEATURE = Feature(
    "dossiers",
    pages=(
        Page("dossiers", N_("Files of procedures"), ICON, later("ui.dossiers_page", "DossiersPage"), (TABLE, SCAN)),
    ),
    panels=(
        Panel(
            "artisan",
            N_("Files of procedures"),
            ICON,
            later("ui.artisan_panel", "ArtisanDossiers"),
            (N_("New file"), "dossiers"),
        ),
        Panel("artisan", N_("Scanned papers"), SCAN_ICON, later("ui.scans_panel", "ArtisanScans")),
    ),
    papers=(
        Paper(
            "file-receipt",
            N_("Receipt of a file"),
            TABLE,
            later("reads", "receipts"),
            later("documents", "receipts"),
        ),
    ),
    waiting=later("ui.telling", "waiting"),
    finders=(Finder(TABLE, later("ui.telling", "hits")), Finder(SCAN, later("ui.telling", "scan_hits"))),
)
