from craftdesk.base.i18n import _, speaking


def test_a_word_that_is_also_counted_is_translated_alone():
    with speaking("ar"):
        assert _("Trainer") == "المكوّن"
    with speaking("fr"):
        assert _("Trainer") == "Formateur"
    with speaking("en"):
        assert _("Trainer") == "Trainer"


def test_what_nobody_translated_is_said_as_it_stands():
    with speaking("ar"):
        assert _("no sentence of this program") == "no sentence of this program"
        assert _("") == ""
