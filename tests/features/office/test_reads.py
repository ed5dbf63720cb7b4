from datetime import date

from craftdesk.base.i18n import speaking
from craftdesk.features.office import reads, writes

IN_2026 = date(2026, 11, 23)
IN_2027 = date(2027, 1, 1)


def ask(office, question, *args, **kwargs):
    with office.reading() as session:
        return question(session, *args, **kwargs)


def found(office, typed, **kwargs) -> list[str]:
    return [place.commune.name_fr for place in ask(office, reads.communes, typed, **kwargs)]


def test_a_commune_is_found_in_either_script_and_spelling(office):
    for typed in ("باتنة", "باتنه", "batna", "BATNA", "بات"):
        assert found(office, typed)[0] == "Batna", typed
    assert found(office, "عين تو")[0] == "Aïn Touta"
    assert found(office, "ain-touta") == ["Aïn Touta"]


def test_communes_of_the_offices_wilaya_come_first(office):
    assert {place.wilaya.id for place in ask(office, reads.communes, "ain")[:3]} == {"05"}
    assert ask(office, reads.communes, "ain", wilaya_id="25")[0].wilaya.id == "25"


def test_a_commune_that_begins_as_typed_comes_before_one_that_holds_the_word_later(office):
    names = found(office, "ain", wilaya_id="42")
    assert names.index("Aïn Tagourait") < names.index("Ahmer El Aïn")


def test_a_like_sign_finds_nothing(office):
    assert found(office, "%") == found(office, "")
    assert found(office, "_atna") == []


def test_a_commune_changes_its_wilaya_on_the_day_of_the_law(office):
    barika = ask(office, reads.communes, "بريكة")[0].id
    assert ask(office, reads.commune_place, barika, IN_2026).wilaya.id == "05"
    assert ask(office, reads.commune_place, barika, IN_2027).wilaya.id == "60"
    assert ask(office, reads.commune_place, barika, date(1990, 1, 1)).wilaya.id == "05"


def test_wilayas_are_58_until_2026_and_69_from_2027(office):
    assert len(ask(office, reads.wilayas, IN_2026)) == 58
    assert len(ask(office, reads.wilayas, IN_2027)) == 69


def test_the_index_of_communes_holds_every_spelling_and_puts_the_offices_wilaya_first(office):
    index = ask(office, reads.commune_index, IN_2026)
    assert index["باتنه"] == index["batna"]
    assert index["aintouta"] == index["ain touta"] == index["عين التوته"]
    places = ask(office, reads.commune_places, IN_2026)
    assert len(places) == 1541
    for keys in index.values():
        owners = [places[key].wilaya.id for key in keys]
        assert "05" not in owners[owners.count("05") :]


def test_activities_are_found_by_code_and_by_words_of_their_names(office):
    assert [a.code for a in ask(office, reads.activities, "0301")] == ["0301001", "0301002"]
    assert [a.code for a in ask(office, reads.activities, "فضه")] == []
    assert [a.code for a in ask(office, reads.activities, "الفضه")] == ["0301001"]
    assert [a.code for a in ask(office, reads.activities, "bijoux or")] == ["0301002"]
    assert len(ask(office, reads.activities)) == 12
    assert ask(office, reads.activity_index)["dinanderie"] == ask(office, reads.activities, "0303001")[0].id


def test_the_code_tells_sector_and_domain():
    assert len(reads.sectors()) == 24
    assert [len([s for s in reads.sectors().values() if s.domain.code == n]) for n in "123"] == [8, 9, 7]
    assert reads.sector_of("0301001").code == "03"
    assert reads.domain_of("1801004").code == "3"
    assert reads.domain_of("9901004") is None
    assert reads.domain_of(None) is None


def test_a_paper_gets_the_letterhead_of_its_day(office):
    with office.writing() as session:
        writes.save_letterhead(
            session,
            None,
            {
                "holds_from": date(2026, 6, 1),
                "lines_ar": "سطر",
                "lines_fr": "Ligne",
                "chamber_ar": "الغرفة الجديدة",
                "chamber_fr": "La nouvelle chambre",
                "director_fr": "K. Amrani",
            },
        )
    assert ask(office, reads.office_on, date(2026, 5, 31)).name() == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
    later = ask(office, reads.office_on, date(2026, 6, 1))
    assert later.name() == "الغرفة الجديدة"
    with speaking("fr"):
        assert (later.name(), later.place(), later.director()) == ("La nouvelle chambre", "Batna", "K. Amrani")


def test_the_usual_letterhead_is_that_of_the_wilaya():
    assert reads.usual_details("05").chamber_ar == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
    assert reads.usual_details("05").chamber_fr == "CHAMBRE DE L'ARTISANAT ET DES MÉTIERS DE LA WILAYA DE BATNA"
    assert reads.usual_details("31").chamber_fr.endswith("DE LA WILAYA D'ORAN")
    assert reads.usual_details("39").chamber_fr.endswith("DE LA WILAYA D'EL OUED")
