import pytest

from craftdesk.ui.printing.job import Job, pages_of, sides


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("1-3, 7", [0, 1, 2, 6]),
        ("٢-٣، ٥", [1, 2, 4]),
        ("7;1", [6, 0]),
        ("6-", [5, 6, 7]),
        ("-2", [0, 1]),
        ("3 – 4", [2, 3]),
        ("\u20665\u2069", [4]),
    ],
)
def test_pages_are_understood_as_people_write_them(typed, pages):
    assert pages_of(typed, 8) == pages


@pytest.mark.parametrize("typed", ["9", "0", "3-2", "7-9", "-", "a", "1-2-3", "1.5"])
def test_pages_that_are_not_there_are_refused_in_a_sentence(typed):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        pages_of(typed, 8)


def test_copies_follow_each_other_whole():
    assert list(sides([0, 1], [0], two_sided=False, copies=2)) == [0, 1, 0, 1]


def test_on_two_sides_nobody_gets_the_back_of_another():
    papers = [0, 1, 4]
    assert list(sides(range(5), papers, two_sided=True, copies=1)) == [0, None, 1, 2, 3, None, 4]
    assert list(sides([4], papers, two_sided=True, copies=2)) == [4, None, 4, None]
    assert list(sides(range(5), papers, two_sided=False, copies=1)) == [0, 1, 2, 3, 4]


def test_the_options_of_a_job_serve_another_paper_without_its_pages():
    job = Job("شهادات", "HP", 3, "1-2", two_sided=True, grey=True)
    assert job.titled("قائمة") == Job("قائمة", "HP", 1, "", two_sided=True, grey=True)
