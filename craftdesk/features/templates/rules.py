"""The templates that the program brings along, and how a template is named: by its purpose or by its record."""

from functools import cache, lru_cache

from craftdesk.base.paths import RESOURCES
from craftdesk.features.templates.purposes import PURPOSES, Purpose
from craftdesk.pdf.template.source import Template, from_toml, unpacked
from craftdesk.pdf.template.speech import ARABIC, FRENCH, Record

FOLDER = RESOURCES / "templates"


def is_shipped(key: str) -> bool:
    """A shipped template is named by its purpose."""
    return key in PURPOSES


@cache
def shipped(purpose: str) -> Template:
    """The template of a purpose as the program brings it."""
    return from_toml((FOLDER / f"{purpose}.toml").read_text("utf-8"))


@lru_cache(64)
def read_version(data: bytes) -> Template:
    """A version of a template; the same object each time, so that it is made ready once."""
    return unpacked(data)


def sample(purpose: Purpose, sex: str | None = "f") -> Record:
    """A record of sample values."""
    values = {
        ARABIC: {each.name: each.sample_ar for each in purpose.fields},
        FRENCH: {each.name: each.sample_fr for each in purpose.fields},
    }
    return Record(values, sex)
