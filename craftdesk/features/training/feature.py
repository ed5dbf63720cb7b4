"""The card of training."""

from functools import partial

from craftdesk.base.i18n import N_
from craftdesk.desk.feature import Feature, Finder, Listing, Page, Panel, Paper
from craftdesk.desk.later import Later
from craftdesk.features.roster.holdings import holds
from craftdesk.features.roster.narrowers import Narrower, narrows
from craftdesk.features.training.paper_options import BADGES

PAGE = "training"
ICON = "ph.chalkboard-teacher"
later = partial(Later, "craftdesk.features.training")

holds("training", later("holding", "trainings"))
narrows(
    Narrower(
        "trained",
        N_("Trained in"),
        later("filters", "trained_in"),
        later("filters", "courses"),
        later("filters", "course_words"),
    )
)
narrows(Narrower("untrained", N_("Never trained"), later("filters", "trained"), without=True))

FEATURE = Feature(
    "training",
    pages=(Page(PAGE, N_("Training"), ICON, later("ui.training_page", "TrainingPage"), ("training_session",)),),
    panels=(Panel("artisan", N_("Training"), ICON, later("ui.trainings_panel", "TrainingsPanel")),),
    papers=(
        Paper(
            "attendance-sheet",
            N_("Attendance sheet"),
            "training_session",
            later("reads", "sheet_papers"),
            later("documents.attendance", "attendance_sheet"),
        ),
        Paper(
            "participants-list",
            N_("List of participants"),
            "training_session",
            later("reads", "sheet_papers"),
            later("documents.attendance", "participants_list"),
        ),
        Paper(
            "name-badges",
            N_("Name badges"),
            "training_session",
            later("printing", "card_matter"),
            later("documents.cards", "badges"),
            options=BADGES,
        ),
        Paper(
            "table-cards",
            N_("Table cards"),
            "training_session",
            later("printing", "card_matter"),
            later("documents.cards", "table_cards"),
        ),
    ),
    waiting=later("ui.telling", "waiting"),
    figures=later("ui.telling", "figures"),
    agenda=later("ui.telling", "agenda"),
    finders=(
        Finder("training_session", later("ui.telling", "hits")),
        Finder("trainer", later("ui.telling", "trainer_hits")),
    ),
    lists=(
        Listing(
            "sessions",
            N_("Training sessions"),
            "training.sessions",
            later("giving", "session_columns"),
            later("giving", "ask_sessions"),
            personal=False,
            understood=later("giving", "understood"),
        ),
        Listing(
            "participants",
            N_("Participants"),
            "training.participants",
            later("giving", "participant_columns"),
            later("giving", "ask_participants"),
            later("giving", "person"),
            understood=later("giving", "session_of"),
        ),
    ),
)
