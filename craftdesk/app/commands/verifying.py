"""craftdesk verify: is this certificate genuine?"""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from craftdesk.app.offices import opened
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, language
from craftdesk.features.certificates import checking, keys
from craftdesk.features.certificates.checking import VERDICTS, Answer, Known
from craftdesk.features.certificates.seal import FIELDS, PREFIX, Verdict


def run(given: Namespace) -> int:
    """Exit code 0 when every certificate is genuine, 1 when one is not."""
    answers = _answers(given)
    if given.json:
        found = [_as_json(each) for each in answers]
        sys.stdout.write(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for each in answers for line in _lines(each))
    return 0 if all(each.verdict is Verdict.GENUINE for each in answers) else 1


def _answers(given: Namespace) -> list[Answer]:
    if given.keys is not None:
        return _checked(given.what, _with_lists(Known(keys.keys_of(given.keys), {}), given))
    with opened(given.office) as database, database.reading() as session:
        if not _is_file(given.what) and not given.what.startswith(PREFIX):
            found = checking.find_number(session, given.what)
            if found is not None:
                return [checking.of_record(found)]
        return _checked(given.what, _with_lists(checking.known(session), given))


def _with_lists(known: Known, given: Namespace) -> Known:
    lists = dict(keys.read_list(path, known.keys) for path in given.withdrawn)
    return Known(known.keys, {**known.withdrawn, **lists})


def _checked(what: str, known: Known) -> list[Answer]:
    if what.startswith(PREFIX):
        return [checking.check_text(what, known)]
    if _is_file(what):
        return checking.check_file(Path(what), known)
    raise UserError(_("“{text}” is no code, no file, and no number in this office's register.").format(text=what))


def _is_file(what: str) -> bool:
    try:
        return Path(what).is_file()
    except OSError:  # too long for a name
        return False


def _as_json(answer: Answer) -> dict[str, Any]:
    seal = answer.seal
    office = {"office_ar": seal.key.office_ar, "office_fr": seal.key.office_fr} if seal.key else {}
    found = {"verdict": answer.verdict.value, "fields": dict(seal.values), "altered": list(seal.altered), **office}
    return found | ({"reason": answer.reason} if answer.verdict is Verdict.WITHDRAWN else {})


def _lines(answer: Answer) -> list[str]:
    seal = answer.seal
    head = _(VERDICTS[answer.verdict])
    if answer.page:
        head = f"{_('Page {number}').format(number=answer.page)}: {head}"
    if answer.reason:
        head = f"{head} ({answer.reason})"
    if seal.key:
        office = seal.key.office_ar if language() == "ar" else seal.key.office_fr
        head = f"{head} · {office}"
    marks = {name: " ✗" if name in seal.altered else "" for name in FIELDS}
    return [
        head,
        *(f"  {_(label)}: {seal.values[name]}{marks[name]}" for name, label in FIELDS.items() if seal.values.get(name)),
    ]
