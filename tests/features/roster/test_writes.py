from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.data import blobs, journal
from craftdesk.features.roster import reads, rules, writes
from craftdesk.features.roster.models import Artisan, ImportedFile, Status, StatusChange

WHOLE = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_date": date(1966, 2, 15)}


def artisan(office, key):
    with office.reading() as session:
        return reads.artisan(session, key)


def test_an_artisan_is_saved_with_the_numbers_in_one_form(office, add):
    key = add(
        **WHOLE, phone="661 24 18 07", nin="10 966 0508 01505 87 62", register_no=" ٠٥/٢٠١٢/١٨٩٠٦ ", home_address=""
    )
    saved = artisan(office, key)
    assert (saved.phone, saved.nin) == ("0661241807", "109660508015058762")
    assert (saved.register_no, saved.home_address) == ("05/2012/18906", None)
    assert (saved.status, saved.mend) == (Status.REGISTERED, None)


def test_nobody_is_saved_without_any_name(add):
    with pytest.raises(UserError) as refused:
        add(family_ar="  ", birth_date=date(1966, 2, 15))
    assert refused.value.field == "family_ar"


def test_a_latin_name_is_enough_and_stands_on_the_list_to_mend(office, add):
    assert list(artisan(office, add(family_la="BOUDJELLAL", birth_year=1966)).mend) == ["family_ar"]


def test_a_register_number_has_one_holder_who_is_named(office, add, change):
    key = add(**WHOLE, register_no="05/2012/18906")
    with pytest.raises(UserError, match="بوجلال سمير") as refused:
        add(family_ar="قاسم", register_no="05/2012/18906")
    assert refused.value.field == "register_no"
    change(key, register_no="05/2012/18906", phone="0661241807")
    assert artisan(office, key).phone == "0661241807"


def test_what_cannot_be_right_is_kept_and_put_on_the_list_to_mend(office, add, change):
    key = add(**WHOLE, nin="1096605080", phone="0661")
    saved = artisan(office, key)
    assert (saved.nin, set(saved.mend)) == ("1096605080", {"nin", "phone"})
    assert "10" in rules.mending(saved)["nin"]
    change(key, nin="109660508015058762")
    assert set(artisan(office, key).mend) == {"phone"}
    change(key, phone=None)
    assert artisan(office, key).mend is None


def test_what_an_import_left_to_mend_stays_until_its_field_is_filled(office, add, change):
    key = add(**WHOLE)
    with office.writing() as session:
        session.entitle("Imported")
        session.get_one(Artisan, key).mend = {"nin": ["The spreadsheet ruined the NIN.", {}]}
    change(key, phone="0661241807")
    assert list(artisan(office, key).mend) == ["nin"]
    change(key, nin="109660508015058762")
    assert artisan(office, key).mend is None


def test_what_was_settled_stays_off_the_list_until_its_field_changes(office, add, change):
    key = add(**WHOLE, nin="1096605080", phone="0661")
    with office.writing() as session:
        writes.settle(session, key, "phone")
    assert list(artisan(office, key).mend) == ["nin"]
    change(key, card_no="05A000001")
    assert list(artisan(office, key).mend) == ["nin"]
    change(key, phone="0662")
    assert set(artisan(office, key).mend) == {"nin", "phone"}


def test_the_last_note_settled_takes_the_card_off_the_list_and_undo_brings_it_back(office, add):
    key = add(family_la="BOUDJELLAL", birth_year=1966)
    with office.writing() as session:
        writes.settle(session, key, "family_ar")
        session.flush()
        set_id = session.change_set.id
    assert artisan(office, key).mend is None
    with office.writing() as session:
        journal.undo(session, set_id)
    assert list(artisan(office, key).mend) == ["family_ar"]


def test_a_presumed_year_mends_a_missing_birth(office, add, change):
    key = add(family_ar="بوجلال", given_ar="سمير")
    assert list(artisan(office, key).mend) == ["birth_date"]
    change(key, birth_year=1966)
    assert artisan(office, key).mend is None


def test_saving_the_same_again_changes_nothing(office, add, change):
    key = add(**WHOLE, phone="0661241807")
    change(key, **WHOLE, phone="06 61 24 18 07", remarks="")
    with office.reading() as session:
        assert len(journal.history(session, key)) == 1


def test_an_added_artisan_is_undone_with_the_history_of_the_status(office, add):
    key = add(**WHOLE)
    with office.writing() as session:
        undone = journal.undo(session, journal.last_undoable(session, office.who).id)
        assert undone.conflicts == ()
    with office.reading() as session:
        assert session.get(Artisan, key) is None
        assert session.scalars(select(StatusChange)).all() == []


def test_a_status_changes_with_day_reason_and_paper(office, add):
    key = add(**WHOLE, registered_on=date(2012, 3, 4), register_no="05/2012/18906")
    with office.writing() as session:
        writes.change_status(session, key, Status.STRUCK_OFF, date(2020, 5, 6), " طلب المعني ", "قرار 12")
    with office.reading() as session:
        card = reads.card(session, key)
    assert (card.artisan.status, card.artisan.register_no) == (Status.STRUCK_OFF, "05/2012/18906")
    steps = [(step.status, step.day, step.reason, step.paper) for step in card.changes]
    assert steps == [
        (Status.STRUCK_OFF, date(2020, 5, 6), "طلب المعني", "قرار 12"),
        (Status.REGISTERED, date(2012, 3, 4), "", ""),
    ]


def test_a_first_registration_sets_the_day_of_registration(office, add):
    key = add(**WHOLE, status=Status.REQUESTED)
    with office.writing() as session:
        writes.change_status(session, key, Status.REGISTERED, today())
    assert artisan(office, key).registered_on == today()


@pytest.mark.parametrize("day", [today() + timedelta(1), date(2012, 3, 3)])
def test_a_change_of_status_is_neither_to_come_nor_before_the_last_one(office, add, day):
    key = add(**WHOLE, registered_on=date(2012, 3, 4))
    with pytest.raises(UserError) as refused, office.writing() as session:
        writes.change_status(session, key, Status.STRUCK_OFF, day)
    assert refused.value.field == "day"


def test_the_form_does_not_change_the_status_of_somebody_who_is_there(office, add, change):
    key = add(**WHOLE)
    change(key, status=Status.STRUCK_OFF, phone="0661241807")
    assert artisan(office, key).status is Status.REGISTERED


def test_deleted_artisans_lie_in_the_bin_and_return_with_their_history(office, add):
    keys = [add(**WHOLE, register_no="05/1"), add(family_ar="قاسم", birth_year=1980)]
    with office.writing() as session:
        writes.delete_artisans(session, keys)
    with office.reading() as session:
        assert {binned.record_id for binned in journal.binned(session)} >= set(keys)
        assert reads.counts(session).total == 0
    with office.writing() as session:
        journal.restore(session, keys[0])
    with office.reading() as session:
        card = reads.card(session, keys[0])
    assert (card.artisan.register_no, len(card.changes)) == ("05/1", 1)


def test_an_artisan_on_whom_other_records_hang_is_not_deleted(office, add):
    key = add(**WHOLE)
    with office.writing() as session:
        session.entitle("Hung")
        hang_something_on(session, key)
    with pytest.raises(UserError, match="بوجلال سمير"), office.writing() as session:
        writes.delete_artisans(session, [key])
    assert artisan(office, key)


def hang_something_on(session, key):
    """A request for equipment, or whatever table of another feature points to artisans."""
    from craftdesk.features.equipment.models import EquipmentRequest, RequestKind  # noqa: PLC0415

    asked = {"number": 1, "year": 2026, "reference": "1/2026", "deposited_on": today()}
    session.add(EquipmentRequest(artisan_id=key, kind=RequestKind.ACQUISITION, **asked))


def picture(side=1000):
    made = BytesIO()
    Image.new("RGB", (side, side), "teal").save(made, "JPEG")
    return made.getvalue()


def test_a_photo_is_kept_small_and_taken_away(office, add):
    key = add(**WHOLE)
    with office.writing() as session:
        writes.save_photo(session, key, picture())
    with office.reading() as session:
        kept = reads.card(session, key).photo
        assert max(Image.open(BytesIO(kept)).size) == writes.PHOTO_SIDE
    with office.writing() as session:
        writes.save_photo(session, key, None)
    with office.reading() as session:
        assert reads.card(session, key).photo is None
        assert blobs.load(session, None) is None


def test_what_is_no_picture_is_refused_with_a_sentence(office, add):
    key = add(**WHOLE)
    with pytest.raises(UserError), office.writing() as session:
        writes.save_photo(session, key, b"not a picture")


def test_an_import_that_told_of_an_artisan_does_not_hold_them(office, add):
    key = add(**WHOLE)
    with office.writing() as session:
        session.entitle("Imported")
        session.add(ImportedFile(name="roster.xlsx", counts={}, columns=[]))
    with office.writing() as session:
        writes.delete_artisans(session, [key])


def test_a_photo_is_kept_as_jpeg_upright_and_on_white_where_it_is_seen_through(office, add):
    key = add(**WHOLE)
    seen_through = Image.new("RGBA", (900, 1200), (255, 0, 0, 0))
    lying = Image.new("RGB", (1200, 900), "blue")
    for made, options in ((seen_through, {"format": "PNG"}), (lying, {"format": "JPEG", "exif": turned()})):
        data = BytesIO()
        made.save(data, **options)
        with office.writing() as session:
            writes.save_photo(session, key, data.getvalue())
        with office.reading() as session:
            kept = Image.open(BytesIO(reads.card(session, key).photo))
        assert (kept.format, kept.size) == ("JPEG", (450, 600))
        assert kept.getpixel((5, 5)) == ((255, 255, 255) if made is seen_through else pytest.approx((0, 0, 254), abs=2))


def turned() -> Image.Exif:
    """What a telephone writes into a picture that was taken upright."""
    found = Image.Exif()
    found[274] = 6
    return found
