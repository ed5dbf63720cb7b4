"""Choosing template, sheet and language where certificates are issued; those of trainers and of people thanked."""

import pytest

from craftdesk.desk.desk import Desk
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.certificates.ui.session_panel import SessionCertificates
from craftdesk.features.certificates.ui.thanks_dialog import ThanksDialog
from craftdesk.features.office import writes as office_writes
from craftdesk.features.templates import writes
from craftdesk.features.training.writes import people
from tests.features.certificates.conftest import held, register  # noqa: F401 - held is a fixture
from tests.features.templates.conftest import change
from tests.screens import shown, wishes


@pytest.fixture
def panel(desk: Desk, held, own, direction, qtbot) -> SessionCertificates:  # noqa: F811
    change(
        desk.database, people.add_outside_trainer, held, {"own_name_ar": "قاسمي الطاهر", "own_name_la": "GASMI Tahar"}
    )
    return shown(SessionCertificates(desk, held), qtbot)


def test_the_usual_template_its_sheet_and_the_language_of_the_office_stand_ready(panel, desk):
    assert panel.look.template.value() == "training"
    assert (panel.look.sheet.value(), panel.look.language.value()) == ("landscape", "ar")


def test_the_language_of_the_offices_papers_stands_ready(desk, held, direction, qtbot):  # noqa: F811
    change(desk.database, office_writes.save_chamber, {"language": "fr"})
    assert shown(SessionCertificates(desk, held), qtbot).look.chosen().language == "fr"


def test_what_is_chosen_is_frozen_and_printed_in_its_language(panel, own, desk):
    printed = wishes(desk)
    panel.look.template.set_value(own)
    panel.look.sheet.set_value("portrait")
    panel.look.language.set_value("fr")
    panel.issue()
    panel.print_all()
    found = register(desk.database)
    assert {(each.content["landscape"], each.content["language"]) for each in found} == {(False, "fr")}
    assert len({each.content["template"] for each in found}) == 1
    assert printed[-1].language == "fr"


def test_another_kind_offers_its_own_templates(panel, desk, own):
    change(desk.database, writes.make_usual, "training", own)
    panel.kind.set_value("participation")
    panel.kind.changed.emit()
    assert panel.look.template.value() == "participation"
    panel.kind.set_value("training")
    panel.kind.changed.emit()
    assert panel.look.template.value() == own


def test_participants_are_offered_what_they_can_earn_alone(panel):
    assert {each.key for each in panel.kind.search("")} == {"participation", "training", "qualification"}


def test_a_trainer_gets_a_certificate_and_then_its_reprint(panel, desk):
    printed = wishes(desk)
    assert panel.teaching.isVisible()
    first, _second = panel.teacher_actions()
    first.run()
    [issued] = register(desk.database)
    assert (issued.kind, issued.trainer_id is not None) == (CertificateKind.TRAINER, True)
    panel.teacher_actions()[0].run()
    assert len(register(desk.database)) == 1
    assert [wish.keys for wish in printed] == [(issued.id,), (issued.id,)]


def test_somebody_is_thanked_in_a_dialog_that_tells_what_is_missing(desk, direction, qtbot):
    printed = wishes(desk)
    dialog = shown(ThanksDialog(desk), qtbot, 760, 640)
    dialog.issue()
    assert register(desk.database) == []
    dialog.form.set_value("name_ar", "مزهود ليلى")
    dialog.form.set_value("reason_ar", "على دعمها للحرفيين")
    dialog.issue()
    [issued] = register(desk.database)
    assert (issued.kind, issued.session_id, issued.name_ar) == (CertificateKind.THANKS, None, "مزهود ليلى")
    assert [wish.keys for wish in printed] == [(issued.id,)]
