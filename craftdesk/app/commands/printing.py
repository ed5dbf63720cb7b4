"""craftdesk print: a paper into a PDF file."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from craftdesk.app.features import papers
from craftdesk.app.offices import opened
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.data.model import models
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered, understood


def run(given: Namespace) -> int:
    paper = _paper(given.paper)
    chosen = understood(paper, given.options)
    with opened(given.office) as database, database.reading() as session:
        _refuse_unknown(session, paper, given.ids)
        data = rendered(session, paper, given.ids, given.language, chosen)
    try:
        _write(given.output, data)
    except OSError as error:
        raise UserError(
            _("{file} cannot be written: {reason}").format(file=given.output, reason=reason(error))
        ) from error
    sys.stdout.write(f"{given.output}\n")
    return 0


def _write(path: Path, data: bytes) -> None:
    """The whole file or none: one that was there stays when the disk is full. A device is written as it is."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _paper(name: str) -> Paper:
    known = {paper.name: paper for paper in papers()}
    if name not in known:
        raise UserError(
            _("There is no paper “{name}”. There are: {names}").format(name=name, names=", ".join(sorted(known)))
        )
    return known[name]


def _refuse_unknown(session: Session, paper: Paper, keys: Sequence[str]) -> None:
    kinds = [models()[table] for table in (paper.about, *paper.also)]
    for key in keys:
        known = any(session.get(kind, key) for kind in kinds)
        told = _("There is no record {key} for “{paper}”.")
        refuse_if(not known, told.format(key=key, paper=_(paper.title)))
