"""How equipment requests narrow the list of artisans: to those whom the committee granted something."""

from collections.abc import Sequence

from craftdesk.features.equipment.models import RequestState
from craftdesk.features.roster.narrowers import Picked


def funded(_values: Sequence[str]) -> Picked:
    """Those who asked by themselves, or who speak for a group; a request may be closed without having been granted."""
    granted = RequestState.APPROVED.value
    sql = (
        "SELECT r.artisan_id FROM equipment_request r WHERE r.artisan_id IS NOT NULL AND r.state IN (?, ?, ?) "
        "AND (r.state <> ? OR EXISTS (SELECT 1 FROM request_step s WHERE s.request_id = r.id AND s.state = ?))"
    )
    states = (granted, RequestState.DELIVERED.value, RequestState.CLOSED.value)
    return sql, (*states, RequestState.CLOSED.value, granted)
