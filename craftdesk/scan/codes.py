"""QR codes of texts, as bits: what a paper draws again and again is worked out once."""

import numpy as np
import zxingcpp


def code_bits(text: str) -> str:
    """The modules of a code line by line, in hexadecimal: how many there are on a side (two digits), then each line."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = np.array(code.to_image(scale=1, add_quiet_zones=False)) == 0
    lines = np.packbits(modules, axis=1)
    return f"{len(modules):02x}{lines.tobytes().hex()}"
