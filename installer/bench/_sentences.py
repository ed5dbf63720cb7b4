"""The sentences of a certificate one by one, as the shipped template says them: what the other makers print."""

from collections.abc import Iterator, Mapping

from craftdesk.features.certificates.documents import record_of
from craftdesk.features.certificates.rules import Content
from craftdesk.features.templates.rules import shipped
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.speech import Layout, Speech

NAMES = ("title", "opening", "name", "other_name", "born", "took_part", "subject", "held", "partner", "closing")
"""The texts of a certificate of participation or training from top to bottom."""
FOOT = (("number", "", ""), ("", "trained_by", "trainers"), ("made", "signature", "director"))


def sentences(content: Content, language: str) -> dict[str, str]:
    """What a certificate says, by name; a sentence that has nothing to say is empty."""
    template, layout = shipped(content.kind), Layout(language, content.landscape)
    record = record_of(content, None, forme(template, layout))
    texts = [block.get("text", {}) for block in template.blocks if block["kind"] == "text"]
    found = dict(zip(NAMES, texts, strict=True)) | dict(_foot(template.blocks[-1]["blocks"]))
    shown = {name: Speech(words, layout).said(record).get(language, "") for name, words in found.items()}
    return shown | {"trained_by": shown["trained_by"] if shown["trainers"] else "", "partner_apart": ""}


def _foot(signers: list[dict[str, Mapping[str, str]]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for signer, names in zip(signers, FOOT, strict=True):
        for name, setting in zip(names, ("above", "title", "name"), strict=True):
            if name:
                yield name, signer.get(setting, {})
