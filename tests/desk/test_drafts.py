from pathlib import Path

from craftdesk.desk.drafts import Drafts


def test_what_was_typed_is_there_after_the_program_ended(tmp_path):
    Drafts(tmp_path / "o.craftdesk").keep("artisan", {"family_ar": "بوجلال"})
    assert Drafts(tmp_path / "o.craftdesk").get("artisan") == {"family_ar": "بوجلال"}


def test_a_forgotten_draft_leaves_nothing_behind(tmp_path):
    drafts = Drafts(tmp_path / "o.craftdesk")
    drafts.keep("artisan", {"family_ar": "بوجلال"})
    drafts.forget("artisan")
    drafts.forget("artisan")
    assert drafts.names() == []
    assert list(Path(tmp_path).iterdir()) == []


def test_a_broken_file_of_drafts_is_no_reason_not_to_start(tmp_path):
    (tmp_path / "o.craftdesk.drafts").write_text("{", "utf-8")
    assert Drafts(tmp_path / "o.craftdesk").get("artisan") == {}
