"""English numbers in words, for screens in English; papers are Arabic or French."""

_SMALL = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def number(value: int) -> str:
    """A number without its noun: "two hundred and forty thousand"."""
    if not value:
        return "zero"
    pieces: list[str] = []
    for size, name in _SCALES:
        count, value = divmod(value, size)
        if count:
            pieces.append(f"{number(count)} {name}")
    hundreds, value = divmod(value, 100)
    if hundreds:
        pieces.append(f"{_SMALL[hundreds]} hundred")
    if value and pieces:
        pieces.append("and")
    return " ".join([*pieces, _below_hundred(value)]).strip()


def _below_hundred(value: int) -> str:
    tens, unit = divmod(value, 10)
    return _SMALL[value] if value < 20 else "-".join(filter(None, (_TENS[tens], _SMALL[unit])))


def counted(value: int, one: str, many: str, digits: str = "") -> str:
    """A number with its noun: "three (03) days"."""
    mark = f" {digits}" if digits else ""
    return f"{number(value)}{mark} {one if value == 1 else many}"
