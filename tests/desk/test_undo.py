from craftdesk.features.roster.writes import save_artisan


def test_the_message_of_a_redo_says_that_it_is_done_again(desk):
    told = []
    desk.told.connect(told.append)
    desk.write(save_artisan, None, {"family_ar": "بوجلال", "given_ar": "سمير"})
    done = told[-1]
    desk.undo(done.undo)
    assert told[-1].text.startswith("تراجع عن: ")
    desk.undo(told[-1].undo)
    assert told[-1].text.startswith("إعادة: ")
    assert "تراجع" not in told[-1].text
