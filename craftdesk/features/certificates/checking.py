"""Checking a certificate without internet: by the text of its code, by a file, or by its number in the register.

A file is checked twice: its code by the keys, and, where it is a PDF with letters in it, its words against the code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pypdfium2
from rapidfuzz import fuzz
from sqlalchemy import select

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_
from craftdesk.base.names import fold
from craftdesk.base.numbers import latin_digits
from craftdesk.data.session import Session
from craftdesk.features.certificates import keys as known_keys
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.rules import from_json
from craftdesk.features.certificates.seal import PREFIX, Checked, Key, Verdict, checked
from craftdesk.features.certificates.sealing import sealed_words
from craftdesk.scan.marks import codes
from craftdesk.scan.pictures import pictures

VERDICTS: Mapping[str, str] = {
    Verdict.GENUINE: N_("Genuine"),
    Verdict.WITHDRAWN: N_("Void"),
    Verdict.FORGED: N_("Forged"),
    Verdict.UNKNOWN: N_("Of an office whose key is not known here"),
    Verdict.UNREADABLE: N_("No seal of a certificate"),
}
_NUMBER = re.compile(r"\s*(\d{4})\s*[/\-]\s*(\d{1,6})\s*$")
_IDLE = re.compile(r"[\W_\u0640\u064b-\u065f]+")
_LIKE = 60  # a line that is so much like a name, and is not it, is the name altered
_PDF = b"%PDF-"


@dataclass(frozen=True)
class Known:
    """What seals are checked by."""

    keys: Sequence[Key]
    withdrawn: Mapping[bytes, Mapping[str, str]]


@dataclass(frozen=True)
class Answer:
    """What a check of one certificate says; `reason` is why it was withdrawn."""

    seal: Checked
    reason: str = ""
    page: int = 0

    @property
    def verdict(self) -> Verdict:
        return self.seal.verdict


def known(session: Session) -> Known:
    """What this office knows."""
    return Known(known_keys.keys(session), known_keys.withdrawn(session))


def check_text(text: str, by: Known) -> Answer:
    """Check the text of a code, as a scanner types it."""
    found = checked(text, by.keys)
    reason = by.withdrawn.get(found.key_name, {}).get(found.values.get("number", ""))
    if found.verdict is Verdict.GENUINE and reason is not None:
        return Answer(replace(found, verdict=Verdict.WITHDRAWN), reason)
    return Answer(found)


def check_file(path: Path, by: Known) -> list[Answer]:
    """Check each certificate in a PDF file, a scan or a photo; raises `UserError` when it cannot be read."""
    texts = _texts(path)
    return [
        _with_its_words(check_text(text, by), texts.get(picture.number, ""), picture.number)
        for picture in pictures(path)
        for text in _seals(codes(picture.image)) or [""]
    ]


def _seals(found: Sequence[object]) -> list[str]:
    contents = [getattr(each, "content", b"").decode("ascii", errors="ignore") for each in found]
    return [text for text in contents if text.startswith(PREFIX)]


def _texts(path: Path) -> dict[int, str]:
    """The words of the pages of a PDF file, by their numbers; a scan has none, nor what cannot be read."""
    try:
        with path.open("rb") as file:
            if _PDF not in file.read(1024):
                return {}
        document = pypdfium2.PdfDocument(path)
    except (OSError, pypdfium2.PdfiumError):
        return {}
    try:
        return {number: page.get_textpage().get_text_bounded() for number, page in enumerate(document, 1)}
    finally:
        document.close()


def _with_its_words(answer: Answer, text: str, page: int) -> Answer:
    """Compare what is printed with what was signed."""
    seal = answer.seal
    if text.strip() and seal.verdict in (Verdict.GENUINE, Verdict.WITHDRAWN):
        altered = [*_altered(seal.values, text)]
        if altered:
            seal = replace(seal, verdict=Verdict.FORGED, altered=altered)
    return replace(answer, seal=seal, page=page)


def _altered(values: Mapping[str, str], text: str) -> Iterator[str]:
    whole = _bare(text)
    lines = [_bare(line) for line in text.splitlines()]
    if _bare(values["number"]) not in whole:
        yield "number"
    for name in ("born", "issued_on"):
        if values[name] and not any(_bare(form) in whole for form in _days(values[name])):
            yield name
    languages = _languages(values["issued_on"], whole)
    for name, language in (("name_ar", "ar"), ("name_la", "fr"), ("subject_ar", "ar"), ("subject_fr", "fr")):
        wanted = _bare(values[name])
        if not wanted or wanted in whole:
            continue
        if language in languages or any(fuzz.ratio(line, wanted) > _LIKE for line in lines):
            yield name


def _languages(issued_on: str, whole: str) -> set[str]:
    """In which languages the paper is: that of its day, or where the day was altered, of its letters."""
    day = date.fromisoformat(issued_on) if issued_on else None
    found = {code for code in ("ar", "fr") if day and _bare(format_day(day, code)) in whole}
    return found or ({"ar"} if re.search("[\u0621-\u064a]", whole) else {"fr"})


def _days(written: str) -> list[str]:
    """How a day or a year may be printed."""
    if len(written) == len("2026"):
        return [written]
    day = date.fromisoformat(written)
    return [format_day(day, "ar"), format_day(day, "fr"), f"{day:%d/%m/%Y}"]


def _bare(text: str) -> str:
    """Letters and digits alone: readers give back spaces and signs as they like."""
    return _IDLE.sub("", fold(latin_digits(text)))


def find_number(session: Session, typed: str) -> Certificate | None:
    """The certificate of this office with a number as it is printed on it: 2026/0045."""
    found = _NUMBER.match(latin_digits(typed))
    if found is None:
        return None
    year, number = map(int, found.groups())
    return session.scalars(select(Certificate).where(Certificate.year == year, Certificate.number == number)).first()


def of_record(certificate: Certificate) -> Answer:
    """What the register says of a certificate of this office."""
    words = sealed_words(from_json(certificate.content))
    verdict = Verdict.WITHDRAWN if certificate.withdrawn_on else Verdict.GENUINE
    return Answer(Checked(verdict, words), certificate.withdrawn_why)
