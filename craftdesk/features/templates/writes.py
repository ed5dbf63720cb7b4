"""Making templates, changing them, taking them in from a file."""

from sqlalchemy import select

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _, speaking
from craftdesk.data import blobs
from craftdesk.data.session import Session
from craftdesk.features.templates import reads
from craftdesk.features.templates.models import OwnTemplate, UsualTemplate
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.rules import is_shipped
from craftdesk.pdf.template.faults import faults
from craftdesk.pdf.template.source import Template, packed, unpacked

MEDIA = "application/x-craftdesk-template"


def keep_version(session: Session, template: Template) -> str:
    """Keep what a template says now, once for the same content; gives its key."""
    return blobs.keep(session, packed(template), MEDIA)


def copy(session: Session, key: str) -> str:
    """Make a template of the office's own from any other; gives its key."""
    found = reads.template(session, key)
    named = found.but(name_ar=_copied(found.name_ar, "ar"), name_fr=_copied(found.name_fr, "fr"))
    return _add(session, named, N_("Template copied: {name}"))


def _copied(name: str, code: str) -> str:
    with speaking(code):
        return _("{name} (copy)").format(name=name)


def take_in(session: Session, data: bytes) -> str:
    """Add the template of a file that an office exported; gives its key."""
    found = unpacked(data)
    refuse_if(found.purpose not in PURPOSES, _("The template is for a paper that this program does not know."))
    _refuse_faulty(found)
    return _add(session, found, N_("Template taken in: {name}"))


def _add(session: Session, template: Template, title: str) -> str:
    session.entitle(title, name=template.name)
    made = OwnTemplate(
        name_ar=template.name_ar,
        name_fr=template.name_fr,
        purpose=template.purpose,
        version=keep_version(session, template),
    )
    session.add(made)
    session.flush()
    return made.id


def save(session: Session, key: str, template: Template) -> None:
    """Let a template of the office's own say this from now on; what was printed from it stays as it was."""
    _refuse_faulty(template)
    found = session.get_one(OwnTemplate, key)
    session.entitle(N_("Template changed: {name}"), name=template.name)
    found.name_ar, found.name_fr = template.name_ar, template.name_fr
    found.version = keep_version(session, template)


def _refuse_faulty(template: Template) -> None:
    refuse_if(not (template.name_ar.strip() or template.name_fr.strip()), _("Give the template a name."))
    found = faults(template, PURPOSES[template.purpose].named())
    refuse_if(bool(found), found[0].message if found else "")


def delete(session: Session, key: str) -> None:
    """Put a template into the bin; certificates made from it stay as they are."""
    found = session.get_one(OwnTemplate, key)
    session.entitle(N_("Template deleted: {name}"), name=found.name)
    for each in session.scalars(select(UsualTemplate).where(UsualTemplate.template_id == key)):
        session.delete(each)
    session.delete(found)


def make_usual(session: Session, purpose: str, key: str) -> None:
    """Take this template for the purpose from now on."""
    session.entitle(N_("Usual template: {name}"), name=reads.template(session, key).name)
    held = session.scalars(select(UsualTemplate).where(UsualTemplate.purpose == purpose)).first()
    if is_shipped(key):
        if held is not None:
            session.delete(held)
    elif held is None:
        session.add(UsualTemplate(purpose=purpose, template_id=key))
    else:
        held.template_id = key
