"""What the figures are counted along: half a million rows are read from these indexes alone."""

from sqlalchemy import Index

from craftdesk.features.roster.models import Artisan, StatusChange

COUNTED = (
    Artisan.status,
    Artisan.sex,
    Artisan.activity_id,
    Artisan.home_commune_id,
    Artisan.registered_on,
    Artisan.birth_date,
    Artisan.birth_year,
)
"""Everything by which artisans are counted."""
BY_FIGURES = Index("ix_artisan_figures", *COUNTED)
BY_STEP = Index("ix_status_change_status", StatusChange.status, StatusChange.day, StatusChange.artisan_id)
