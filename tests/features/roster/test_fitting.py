"""Who fits what was typed, in which order, why, and which pieces of the name it is."""

import pytest

from craftdesk.base.i18n import use_language
from craftdesk.base.numbers import without_marks
from craftdesk.features.office.models import Activity
from craftdesk.features.roster import fitting
from craftdesk.features.roster.marking import by_letters, by_sound, likest


@pytest.fixture
def fits(office):
    """Whom the search gives for what is typed."""

    def found(typed, limit=10):
        with office.reading() as session:
            return fitting.people(session, typed, limit)

    return found


@pytest.fixture
def names(fits):
    def found(typed):
        return [fit.row.name_ar or fit.row.name_la for fit in fits(typed)]

    return found


@pytest.fixture(autouse=True)
def people(add, activity, commune):
    add(
        family_ar="بوجلال", given_ar="سمير", family_la="BOUDJELLAL", given_la="Samir", birth_year=1966,
        register_no="05/2012/18906", nin="109660508015058762", phone="0661241807", card_no="05A002418",
        activity_id=activity("0301001"), home_commune_id=commune("تيمقاد"),
    )  # fmt: skip
    add(family_ar="بن حسن", given_ar="عبد القادر", birth_year=1970, home_commune_id=commune("عين التوتة"))
    add(family_la="BENHOCINE", given_la="Kheireddine", birth_year=1971, activity_id=activity("0303001"))
    add(family_ar="بوجلول", given_ar="سميرة", birth_year=1980, home_commune_id=commune("باتنة"))
    add(family_ar="عباسي", given_ar="نور الدين", birth_year=1981, home_commune_id=commune("باتنة"))


def why(fit):
    return without_marks(fit.why())


@pytest.mark.parametrize("typed", ["بوجلال سمير", "samir boudjellal", "Boudjel", "بو جلال"])
def test_a_name_that_is_written_so_needs_no_reason(fits, typed):
    assert why(fits(typed)[0]) == ""


@pytest.mark.parametrize(
    ("typed", "reason", "marks"),
    [
        ("Boujlal Samir", "sounds like Boujlal", ("بوجلال", "BOUDJELLAL", "Samir")),
        ("bou djelal", "sounds like bou djelal", ("بوجلال", "BOUDJELLAL")),
        ("0661 24 18 07", "same phone", ("0661241807",)),
        ("+213 661 24 18 07", "same phone", ("0661241807",)),
        ("00213661241807", "same phone", ("0661241807",)),
        ("661241807", "same phone", ("0661241807",)),
        ("0661 24", "phone", ("0661241807",)),
        ("1096 6050 8015 0587 62", "NIN", ()),
        ("18906", "register number", ("18906",)),
        ("رقم 05/2012/18906", "register number", ("05/2012/18906",)),
        ("05A0024", "card number", ("05A0024",)),
        ("سمير تيمقاد", "commune: تيمقاد", ("سمير", "تيمقاد")),
        ("Timgad Boudjellal", "commune: تيمقاد", ("تيمقاد", "BOUDJELLAL")),
        ("الفضة", "activity: صناعة الحلي التقليدية من الفضة", ("الفضة",)),
        ("bijoux samir", "activity: صناعة الحلي التقليدية من الفضة", ("صناعة الحلي التقليدية من الفضة", "Samir")),
    ],
)
def test_each_result_says_why_it_fits_and_marks_what_does(fits, typed, reason, marks):
    use_language("en")
    first = fits(typed)[0]
    assert first.row.name_ar == "بوجلال سمير"
    reason = reason.replace("تيمقاد", "Timgad").replace(
        "صناعة الحلي التقليدية من الفضة", "Bijoux traditionnels en argent"
    )
    assert why(first) == reason
    if "activity" not in reason and "commune" not in reason:
        assert first.marks == marks


def test_the_reason_is_told_in_the_language_of_the_screen(fits):
    assert why(fits("Boujlal")[0]) == "نطقه قريب من Boujlal"
    use_language("fr")
    assert why(fits("Boujlal")[0]) == "se prononce comme Boujlal"


def test_whoever_is_written_so_comes_before_whoever_sounds_so(names):
    assert names("Boudjellal") == ["بوجلال سمير", "بوجلول سميرة"]
    assert names("بوجلول") == ["بوجلول سميرة", "بوجلال سمير"]


def test_the_likelier_name_comes_first_among_those_that_sound_alike(names):
    assert names("Boujloul") == ["بوجلول سميرة", "بوجلال سمير"]
    assert names("Ben Hacene") == ["بن حسن عبد القادر", "BENHOCINE Kheireddine"]
    assert names("بن حسين") == ["BENHOCINE Kheireddine", "بن حسن عبد القادر"]


@pytest.mark.parametrize("typed", ["Keireddine Benhocine", "Benhocin Keiredine", "بن حسين خير دين"])
def test_one_name_that_was_misheard_is_forgiven_beside_another(names, typed):
    assert names(typed)[0] == "BENHOCINE Kheireddine"


def test_a_name_that_is_quite_another_is_not_forgiven(names):
    assert names("Boudjellal Tayeb") == []
    assert names("Fatima Benhocine") == []


def test_a_commune_finds_all_who_live_there_and_its_whole_name_is_meant(names):
    assert names("Batna") == ["بوجلول سميرة", "عباسي نور الدين"]
    assert names("عين التوتة") == ["بن حسن عبد القادر"]
    assert names("عبد القادر عين التوتة") == ["بن حسن عبد القادر"]
    assert names("Ain Touta Boudjellal") == []


def test_a_trade_finds_those_who_work_in_it_in_both_languages(names):
    assert names("نحاس") == names("dinanderie") == ["BENHOCINE Kheireddine"]
    assert names("Kheireddine dinand") == ["BENHOCINE Kheireddine"]


def test_a_trade_is_known_by_its_new_name_as_soon_as_it_is_changed(names, office, activity):
    assert names("dinanderie") == ["BENHOCINE Kheireddine"]
    with office.writing() as session:
        session.entitle("Another name")
        session.get_one(Activity, activity("0303001")).name_fr = "Chaudronnerie"
    assert names("dinanderie") == []
    assert names("chaudronnerie") == ["BENHOCINE Kheireddine"]


def test_no_more_are_given_than_wanted_and_none_for_nothing(fits):
    assert len(fits("Batna", 1)) == 1
    assert fits("  ") == fits("…") == []


@pytest.mark.parametrize(
    ("text", "typed", "pieces"),
    [
        ("BEN HACÈNE Karim", ["karim"], ["Karim"]),
        ("BEN HACÈNE Karim", ["benhacene"], ["BEN HACÈNE"]),
        ("BEN HACÈNE Karim", ["hac"], ["HAC"]),
        ("BEN HACÈNE Karim", ["hace"], ["HACÈ"]),
        ("سَمِير بوجلال", ["سمي"], ["سَمِي"]),
        ("Oum-El-Kheir", ["kheir"], ["Kheir"]),
        ("بوجلال", ["بو", "جلال"], ["بوجلال"]),
        ("بوجلال", ["جلال"], None),
    ],
)
def test_the_pieces_that_are_written_so_are_marked(text, typed, pieces):
    assert by_letters(text, typed) == pieces


def test_the_name_that_sounds_so_is_marked_with_all_its_words():
    assert by_sound("بو جلال سمير", "Boudjelal") == "بو جلال"
    assert by_sound("سمير عبد القادر", "Abdelkader") == "عبد القادر"
    assert by_sound("سمير عبد القادر", "Kamel") is None
    assert likest("خير الدين حسن", "Keireddine") == "خير الدين"
