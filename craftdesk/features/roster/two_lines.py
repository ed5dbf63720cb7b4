"""Headings over two lines: one that stands over several others, or the same in another language.

"الميلاد" over "التاريخ" and "المكان" are the date and the place of birth.
"""

from collections.abc import Iterator, Sequence

from craftdesk.features.roster.measuring import Span

_WIDEST = 6
"""What stands over more columns is a title."""


def beneath(upper: Sequence[str], lower: Sequence[str], *, row: int, spans: Sequence[Span]) -> list[tuple[str, str]]:
    """For each column what stands over it, and its own heading; `row` is the place of the upper line."""
    width = max(len(upper), len(lower))
    over, own = ([*line, *[""] * (width - len(line))] for line in (upper, lower))
    reach = _reaches(over, own, row, spans)
    wide = {start for start, end in reach.items() if end - start >= _WIDEST}
    found = [(("" if place in wide else text), own[place]) for place, text in enumerate(over)]
    for start, end in reach.items():
        if start not in wide:
            for place in range(start + 1, min(end, width)):
                found[place] = (over[start], own[place])
    return found


def _reaches(over: Sequence[str], own: Sequence[str], row: int, spans: Sequence[Span]) -> dict[int, int]:
    """Up to where each upper heading stands: as far as it was merged, else over the empty cells beside it."""
    merged = {first[1]: last[1] + 1 for first, last in spans if first[0] <= row <= last[0] and last[1] > first[1]}
    if merged:
        return merged
    found = {}
    for start in (place for place, text in enumerate(over) if text):
        end = start + 1
        while end < len(over) and not over[end] and own[end] and own[start]:
            end += 1
        if end > start + 1:
            found[start] = end
    return found


def ways(over: str, own: str) -> Iterator[str]:
    """How the two may be read, the likeliest first."""
    if over and own and over != own:
        yield f"{own} {over}"
        yield f"{over} {own}"
    if own:
        yield own
    if over:
        yield over
