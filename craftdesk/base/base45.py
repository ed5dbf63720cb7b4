"""Base45 (RFC 9285): bytes in the letters that a QR code holds most closely."""

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_BASE, _BYTE = 45, 256
_MOST = {2: _BYTE, 3: _BYTE * _BYTE}


def encoded(data: bytes) -> str:
    found = []
    for place in range(0, len(data), 2):
        part = data[place : place + 2]
        number = int.from_bytes(part, "big")
        for _letter in range(len(part) + 1):
            number, value = divmod(number, _BASE)
            found.append(_LETTERS[value])
    return "".join(found)


def decoded(text: str) -> bytes:
    """Raises ValueError for what is not base45."""
    found = []
    for place in range(0, len(text), 3):
        part = text[place : place + 3]
        if not _VALUES.keys() >= set(part) or len(part) == 1:
            raise ValueError("not base45")
        number = sum(_VALUES[letter] * _BASE**power for power, letter in enumerate(part))
        if number >= _MOST[len(part)]:
            raise ValueError("not base45")
        found.append(number.to_bytes(len(part) - 1, "big"))
    return b"".join(found)
