"""What stands on a page besides its text: letterhead, footer and the decorated frame of a certificate."""

import math
from collections.abc import Iterator, Sequence

from craftdesk.pdf import blocks as b
from craftdesk.pdf.compose import Place, Setter, natural_width
from craftdesk.pdf.pictures import picture
from craftdesk.pdf.strips import MM, Fixed, Gap, Group, Pen, Strip, height_of, stacked
from craftdesk.pdf.styles import LETTERHEAD, LETTERHEAD_REFERENCE, RULE, Align
from craftdesk.pdf.writing import colour_operator

_SMALLEST = 7.5


def letterhead_strips(setter: Setter, head: b.Letterhead, place: Place) -> Iterator[Strip]:
    """The office's lines and logos, which are drawn once for all pages, then number, place and date."""
    key = (head.lines, head.lines_other, head.logos, head.other_language, head.logo_height, place)
    name, height = setter.form(key, place.width, lambda pen: _draw_head(setter, head, place, pen))
    yield Fixed(place.width, height, f"1 0 0 1 0 {height:.2f} cm /{name} Do")
    yield Gap(2 * MM)
    if head.rule:
        yield from setter.strips(b.Rule(0.3, RULE, 1, 0, 1.2), place)
    if head.number or head.place_and_date:
        leading = b.Paragraph(head.number, LETTERHEAD_REFERENCE)
        trailing = b.Paragraph(head.place_and_date, LETTERHEAD_REFERENCE.but(align="trailing"))
        yield from setter.strips(b.Columns(((leading,), (trailing,))), place)
    yield Gap(4 * MM)


def _draw_head(setter: Setter, head: b.Letterhead, place: Place, pen: Pen) -> float:
    strips = setter.all_strips([_head_block(head, place)], place)
    Group(height_of(strips), stacked(strips)).draw(pen, 0, 0)
    return height_of(strips)


def _head_block(head: b.Letterhead, place: Place) -> b.Block:
    """Lines in the middle and logos at the sides; lines in two languages stand side by side around the first logo."""
    width, gap = place.width / MM, 3.0
    logos = [b.Image(source, width=head.logo_height * 1.6, height=head.logo_height) for source in head.logos]
    side = max((_width_of(logo) for logo in logos), default=0.0)
    if head.lines_other:
        half = (width - side) / 2 - gap
        own = _lines(head.lines, half, place.language)
        other = _lines(head.lines_other, half, head.other_language)
        return b.Columns((own, logos[:1], other), (half, side, half), gap=gap, align="middle")
    room = width - 2 * side - 2 * gap if logos else width
    own = _lines(head.lines, room, place.language)
    if not logos:
        return b.Columns((own,), align="middle")
    return b.Columns((logos[:1], own, logos[1:2]), (side, room, side), gap=gap, align="middle")


def _width_of(logo: b.Image) -> float:
    found = picture(logo.source)
    return min(logo.width or 0, (logo.height or 0) * found.width / found.height)


def _lines(lines: Sequence[str], room: float, language: str) -> list[b.Block]:
    """The office's lines, so large that none of them has to be broken."""
    place = Place(room * MM, language)
    widest = max((natural_width(line, LETTERHEAD, place) for line in lines), default=1.0)
    size = min(LETTERHEAD.size, max(LETTERHEAD.size * place.width / (widest + 1), _SMALLEST))
    return [b.Paragraph(line, LETTERHEAD.but(size=math.floor(size * 4) / 4), language) for line in lines]


def footer_strip(setter: Setter, footer: b.Footer, place: Place, page: int, pages: int) -> Strip:
    """The foot of one page."""
    texts = (footer.leading, footer.centre, footer.trailing)
    filled = [text.replace("{page}", str(page)).replace("{pages}", str(pages)) for text in texts]
    aligns: tuple[Align, ...] = ("leading", "centre", "trailing")
    cells = [
        (b.Paragraph(text, footer.style.but(align=align)),) if text else ()
        for text, align in zip(filled, aligns, strict=True)
    ]
    strips = setter.all_strips([b.Columns(cells, (3, 2, 3) if texts[0] or texts[2] else (1, 8, 1), gap=3)], place)
    return Group(height_of(strips), stacked(strips))


def footer_height(setter: Setter, footer: b.Footer | None, place: Place) -> float:
    """The room that the foot needs, however many lines its texts take."""
    return footer_strip(setter, footer, place, 1000, 1000).height + 3 * MM if footer else 0.0


# The frame of a certificate.


def draw_frame(frame: b.Frame, width: float, height: float, pen: Pen) -> None:
    """The frame of a sheet of this size."""
    if frame.pattern == "lines":
        _draw_lines(frame, width, height, pen)
    else:
        _draw_stars(frame, width, height, pen)


def _draw_lines(frame: b.Frame, width: float, height: float, pen: Pen) -> None:
    """A strong and two fine rules that cross in the corners, with a lozenge in each crossing."""
    inset, step = frame.inset * MM, 1.6 * MM
    _draw_box(inset, 1.6, frame.colour, width, height, pen)
    _draw_box(inset + step, 0.4, frame.second_colour, width, height, pen)
    reach = inset + step + 5 * MM
    _draw_box(inset + step + 1.2 * MM, 0.4, frame.colour, width, height, pen)
    pen.add(colour_operator(frame.second_colour))
    for x in (reach, width - reach):
        for y in (reach, height - reach):
            _draw_lozenge(x, y, 1.3 * MM, pen)
    pen.add("f")


def _draw_box(distance: float, thickness: float, colour: str, width: float, height: float, pen: Pen) -> None:
    pen.add(
        f"{colour_operator(colour, 'RG')} {thickness} w {distance:.2f} {distance:.2f} "
        f"{width - 2 * distance:.2f} {height - 2 * distance:.2f} re S"
    )


def _draw_stars(frame: b.Frame, width: float, height: float, pen: Pen) -> None:
    """Two rules with a chain of lozenges between them and an eight-pointed star in each corner."""
    inset, band = frame.inset * MM, 4.2 * MM
    edges = [(inset, 1.4, frame.colour), (inset + 1.1 * MM, 0.4, frame.second_colour)]
    edges += [(inset + 1.1 * MM + band, 0.4, frame.second_colour), (inset + 2.2 * MM + band, 0.9, frame.colour)]
    for distance, thickness, colour in edges:
        _draw_box(distance, thickness, colour, width, height, pen)
    middle = inset + 1.1 * MM + band / 2
    _draw_chains(frame, middle, band, width, height, pen)
    radius = band * 1.15
    for x in (middle, width - middle):
        for y in (middle, height - middle):
            _draw_star(frame, x, y, radius, pen)


def _draw_chains(frame: b.Frame, middle: float, band: float, width: float, height: float, pen: Pen) -> None:
    start = middle + band * 1.6
    pen.add(colour_operator(frame.second_colour))
    for length, across in ((width, False), (height, True)):
        room = length - 2 * start
        count = max(1, round(room / (band * 1.3)))
        step = room / count
        for side in (middle, (height if not across else width) - middle):
            for number in range(count + 1):
                along = start + number * step
                x, y = (side, along) if across else (along, side)
                big = number % 2 == 0
                _draw_lozenge(x, y, band * (0.30 if big else 0.14), pen)
    pen.add("f")


def _draw_lozenge(x: float, y: float, radius: float, pen: Pen) -> None:
    pen.add(
        f"{x - radius:.2f} {y:.2f} m {x:.2f} {y + radius:.2f} l {x + radius:.2f} {y:.2f} l {x:.2f} {y - radius:.2f} l h"
    )


def _draw_star(frame: b.Frame, x: float, y: float, radius: float, pen: Pen) -> None:
    pen.add(f"1 g {_star(x, y, radius * 1.25)} f")
    pen.add(f"{colour_operator(frame.colour)} {_star(x, y, radius)} f")
    pen.add(f"1 g {_star(x, y, radius * 0.68)} f")
    pen.add(f"{colour_operator(frame.second_colour)} {_star(x, y, radius * 0.46)} f")


def _star(x: float, y: float, radius: float) -> str:
    """Two squares over each other: the star of the old tile makers."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    points = []
    for number in range(16):
        angle = math.pi * number / 8
        reach = radius if number % 2 == 0 else inner
        points.append(f"{x + reach * math.cos(angle):.2f} {y + reach * math.sin(angle):.2f}")
    return f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h"
