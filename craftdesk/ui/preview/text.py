"""The text of a page as it is searched: folded as the program's own search folds, every letter knowing its place."""

from array import array
from functools import cache

from craftdesk.base.names import fold
from craftdesk.base.numbers import without_marks

_BROKEN = "\ufffe\x02\u00ad"
"""What pdfium and typesetters leave where a word was divided at the end of a line."""


class PageText:
    """Marks of direction, vowels and the tatweel are no letters here; line ends and signs are spaces."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self._places = array("I")
        folded: list[str] = []
        joining = False
        for place, letter in enumerate(letters):
            if letter in _BROKEN:
                joining = True
                continue
            form = _folded(letter)
            if form == " ":
                if joining or not folded or folded[-1] == " ":
                    continue
            elif form:
                joining = False
            folded.extend(form)
            self._places.extend([place] * len(form))
        self.folded = "".join(folded)

    def find(self, asked: str) -> list[tuple[int, int]]:
        """Where a folded text stands: begin and end among the letters of the page."""
        found = []
        begin = self.folded.find(asked) if asked else -1
        while begin >= 0:
            end = begin + len(asked)
            found.append((self._places[begin], self._whole(self._places[end - 1] + 1)))
            begin = self.folded.find(asked, end)
        return found

    def _whole(self, end: int) -> int:
        """Behind the vowels and the hamza of a last letter, which are silent in a search."""
        while end < len(self.letters) and _is_silent(self.letters[end]):
            end += 1
        return end

    def part(self, begin: int, end: int) -> str:
        """What stands between two letters, to be copied."""
        text = without_marks(self.letters[begin:end]).replace("\r\n", "\n")
        return "".join(letter for letter in text if letter not in _BROKEN)


@cache
def _is_silent(letter: str) -> bool:
    return not _folded(letter) and letter not in _BROKEN and bool(without_marks(letter))


@cache
def _folded(letter: str) -> str:
    """What a single letter becomes; between two letters, where a space is not trimmed."""
    return fold(f"a{letter}a")[1:-1]
