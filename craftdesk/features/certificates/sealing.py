"""Which words of a certificate are signed."""

from craftdesk.features.certificates.rules import Content


def sealed_words(content: Content) -> dict[str, str]:
    """What of a certificate is signed: a subject in the other language only where it is printed."""
    day = {name: getattr(content, name) for name in ("first_day", "last_day", "issued_on")}
    born = content.birth_date.isoformat() if content.birth_date else str(content.birth_year or "")
    french = content.language != "ar" or content.subject_fr == content.subject_ar
    return {
        "number": content.reference,
        "kind": content.kind,
        "name_ar": content.name_ar,
        "name_la": content.name_la,
        "born": born,
        "subject_ar": content.subject_ar,
        "subject_fr": content.subject_fr if french else "",
        **{name: each.isoformat() if each else "" for name, each in day.items()},
    }
