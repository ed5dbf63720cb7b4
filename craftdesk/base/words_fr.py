"""French numbers in words as administrations spell them: hyphens below a hundred, "cents" and "vingts" agree."""

_SMALL = (
    *("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")


def number(value: int, feminine: bool = False) -> str:
    """A number without its noun: "deux cent quarante mille", "vingt et une"."""
    if not value:
        return "zéro"
    pieces: list[str] = []
    for size, name in ((10**9, "milliard"), (10**6, "million")):
        count, value = divmod(value, size)
        if count:
            pieces.append(counted(count, name, f"{name}s"))
    thousands, value = divmod(value, 1000)
    if thousands:
        pieces.append("mille" if thousands == 1 else f"{_below_thousand(thousands, agrees=False)} mille")
    if value:
        pieces.append(_below_thousand(value, feminine=feminine))
    return " ".join(pieces)


def counted(value: int, one: str, many: str, digits: str = "", feminine: bool = False) -> str:
    """A number with its noun: "deux millions de dinars", "trois (03) jours"."""
    mark = f" {digits}" if digits else ""
    noun = many if value > 1 else one
    return f"{number(value, feminine)}{mark} {_of(noun) if value and not value % 10**6 else noun}"


def _of(noun: str) -> str:
    return f"d'{noun}" if noun[0].lower() in "aeiouhéèêâîô" else f"de {noun}"


def _below_thousand(value: int, feminine: bool = False, agrees: bool = True) -> str:
    """Before "mille", which is no noun, neither "cent" nor "vingt" takes its s."""
    hundreds, rest = divmod(value, 100)
    pieces = [_SMALL[hundreds]] if hundreds > 1 else []
    if hundreds:
        pieces.append("cents" if hundreds > 1 and not rest and agrees else "cent")
    if rest:
        pieces.append(_below_hundred(rest, feminine) + ("s" if rest == 80 and agrees else ""))
    return " ".join(pieces)


def _below_hundred(value: int, feminine: bool) -> str:
    tens, unit = divmod(value, 10)
    if value < 20:
        tens, unit = 0, value
    elif tens in (7, 9):
        unit += 10
    small = "une" if unit == 1 and feminine else _SMALL[unit]
    if not tens or not unit:
        return small or _TENS[tens]
    return f"{_TENS[tens]}{' et ' if unit in (1, 11) and tens < 8 else '-'}{small}"
