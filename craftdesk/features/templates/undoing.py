"""What was done to a template since it was opened, step by step, to be taken back and done again."""

from dataclasses import dataclass

from craftdesk.pdf.template.faults import Place
from craftdesk.pdf.template.source import Template

PAUSE, LONG = 1.0, 6.0
"""Seconds: letters typed into one text are one step until the writer pauses, or has written for so long."""
MOST = 500


@dataclass(frozen=True)
class Step:
    """The template after a step; `setting` and `language` name the text or value that was changed, if one was."""

    template: Template
    place: Place
    setting: str = ""
    language: str = ""


class Steps:
    """All steps; a new one forgets those that were taken back."""

    def __init__(self, template: Template) -> None:
        self._steps = [Step(template, ())]
        self._now = 0
        self._began = self._last = -LONG

    def put(self, step: Step, at: float) -> None:
        """A step that was done at a moment, in seconds of any clock."""
        del self._steps[self._now + 1 :]
        before = self._steps[-1]
        same = (step.place, step.setting, step.language) == (before.place, before.setting, before.language)
        if step.setting and same and at - self._last < PAUSE and at - self._began < LONG:
            self._steps[-1] = step
        else:
            self._steps.append(step)
            self._began = at
        self._last = at
        del self._steps[1 : max(1, len(self._steps) - MOST)]
        self._now = len(self._steps) - 1

    def can_undo(self) -> bool:
        return self._now > 0

    def can_redo(self) -> bool:
        return self._now < len(self._steps) - 1

    def undo(self) -> Step:
        """The template before the latest step, at the place of that step."""
        undone = self._steps[self._now]
        self._now -= 1
        self._last = -LONG
        return Step(self._steps[self._now].template, undone.place, undone.setting, undone.language)

    def redo(self) -> Step:
        self._now += 1
        self._last = -LONG
        return self._steps[self._now]
