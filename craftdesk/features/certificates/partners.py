"""What an office hands to its partners: its public key, what it withdrew, and a page that checks without a network."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import N_, _, speaking
from craftdesk.base.paths import RESOURCES
from craftdesk.data.session import Session
from craftdesk.features.certificates import keys
from craftdesk.features.certificates.models import CERTIFICATE_KINDS
from craftdesk.features.certificates.seal import FIELDS, Key, Verdict

KEYS_FILE, LIST_FILE, PAGE_FILE = "craftdesk-keys.json", "craftdesk-withdrawn.json", "craftdesk-check.html"
FOLDER = RESOURCES / "verifier"
_WORDS = {
    "title": N_("Check of a certificate"),
    "hint": N_("This page works without internet and sends nothing anywhere."),
    "code": N_("The text of the code on the certificate, as a telephone or a reader of codes gives it:"),
    "check": N_("Check"),
    "photo": N_("Photo of the certificate…"),
    "list": N_("List of withdrawn certificates…"),
    "list taken": N_("The list of withdrawn certificates was taken in."),
    "list refused": N_("This list is not signed by an office that is known here, and was not taken in."),
    "known": N_("Certificates of these offices are known here:"),
    "day": N_("as of"),
    "why": N_("Reason:"),
    "where": N_("What was altered:"),
    "code altered": N_("The code itself was altered."),
    "compare": N_("Compare these lines with what is printed: where they differ, the paper was altered."),
    "comma": N_(", "),
    Verdict.GENUINE: N_("Genuine: this office issued it"),
    Verdict.WITHDRAWN: N_("Withdrawn: it is not valid any more"),
    Verdict.FORGED: N_("Forged: this is not what the office signed"),
    Verdict.UNKNOWN: N_("Not to be checked here: the office that signed it is not known to this page"),
    Verdict.UNREADABLE: N_("This is not the code of a certificate"),
}


def write_all(session: Session, folder: Path, day: date | None = None) -> list[Path]:
    """Write the three files into a folder; the office's key is made if there is none.

    Where a key was brought back beside another, there is one more list for each: whoever checks asks the list of the
    key that sealed.
    """
    day = day or today()
    keys.own_key(session)
    session.flush()
    known, own = keys.keys(session), keys.own_keys(session)
    files = {
        KEYS_FILE: keys.keys_as_text(known[: len(own)]),
        LIST_FILE: keys.signed_list(session, day),
        PAGE_FILE: page(known, _withdrawn(session), day),
    }
    for place, each in enumerate(own[1:], 2):
        files[LIST_FILE.replace(".", f"-{place}.")] = keys.signed_list(session, day, each)
    for name, text in files.items():
        part = folder / f"{name}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(folder / name)
    return [folder / name for name in files]


def _withdrawn(session: Session) -> dict[str, dict[str, str]]:
    return {name.hex(): dict(numbers) for name, numbers in keys.withdrawn(session).items()}


def page(known: Iterable[Key], withdrawn: dict[str, dict[str, str]], day: date) -> str:
    """The page as one file: code, keys and words in both languages."""
    given = {
        "keys": [_public(each) for each in known],
        "withdrawn": withdrawn,
        "day": f"{day:%d/%m/%Y}",
        "words": {code: _words(code, day) for code in ("ar", "fr")},
    }
    html = (FOLDER / "page.html").read_text(encoding="utf-8")
    html = html.replace("/*SEAL*/", (FOLDER / "seal.js").read_text(encoding="utf-8"))
    # Whatever stands in a name cannot end the script.
    return html.replace("/*GIVEN*/null", json.dumps(given, ensure_ascii=False).replace("<", "\\u003c"))


def _public(key: Key) -> dict[str, str]:
    return {
        "name": key.name.hex(),
        "public": key.public.hex(),
        "office_ar": key.office_ar,
        "office_fr": key.office_fr,
    }


def _words(code: str, day: date) -> dict[str, Any]:
    with speaking(code):
        words: dict[str, Any] = {str(name): _(text) for name, text in _WORDS.items()}
        words["fields"] = {"office": _("Office")} | {name: _(label) for name, label in FIELDS.items()}
        words["kinds"] = {kind: _(label) for kind, label in CERTIFICATE_KINDS.items()}
        words["day"] = f"{words['day']} {format_day(day)}"
    return words
