"""What a feature adds to the program: its card.

The program reads the cards and builds side bar, home, search, command line and the panels of records from them.
Titles are marked by `N_` and translated when shown. Kinds of records are named by their tables, and what a card calls
is imported when it is called (`later`): the cards are read before the window is shown. So all this is named tuples,
which are made in a sixth of the time of data classes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from craftdesk.base.fields import Field
    from craftdesk.data.model import Model
    from craftdesk.data.session import Session
    from craftdesk.desk.batch import Recipients
    from craftdesk.desk.desk import Desk
    from craftdesk.desk.exporting.columns import ExportColumn, Lot
    from craftdesk.pdf.document import Binder, Document

_NO_OPTIONS: Mapping[str, Any] = {}


class Page(NamedTuple):
    """An entry of the side bar.

    A page that shows records of the tables `opens` has the methods `open_record(key)` and `opened_record()`, which
    gives the key of the record that is open or None: after a change of language the page is built anew and opens it
    again.
    """

    name: str
    title: str
    icon: str
    build: Callable[[Desk], QWidget]
    opens: tuple[str, ...] = ()


NEW = "new "
"""Before the key of a record: a page opens the form of something new that is for this record."""


class Panel(NamedTuple):
    """What a feature shows on the card of a record of another feature's table `on`; built anew for each record.

    `begins` is an entry for the card's menu of papers, which opens the page named with it by `NEW` and the record's
    key.
    """

    on: str
    title: str
    icon: str
    build: Callable[[Desk, str], QWidget]
    begins: tuple[str, str] | None = None


class Option(NamedTuple):
    """Something a paper asks when it is printed: the sheet of labels, the members of a committee.

    `usual` holds until something else is chosen; what is `kept` is offered again the next time.
    """

    field: Field
    usual: Any = None
    kept: bool = False


class Paper(NamedTuple):
    """A paper: `ask` reads what it needs for the keys (all that there is when none are given), `lay_out` sets it.

    `lay_out` runs inside `speaking(language)`. Its keys are of the tables `about` and `also`. What the clerk chooses of
    the `options` is handed to `ask` by name.

    `languages` are those in which it can be asked for, "both" among them where it sets the two side by side; a paper
    without any speaks that of its record.

    What goes to many has `recipients`: who gets it for these keys, in their usual order. The clerk may then choose
    another order, which `ask` keeps as the order of its keys, and add a list to be signed.
    """

    name: str
    title: str
    about: str
    ask: Callable[..., Any]
    lay_out: Callable[[Any, str], Document | Binder]
    also: tuple[str, ...] = ()
    options: Mapping[str, Option] = _NO_OPTIONS
    recipients: Callable[[Session, Sequence[str]], Recipients] | None = None
    languages: tuple[str, ...] = ("ar", "fr")


class Listing(NamedTuple):
    """A list that leaves the office as a file with more columns than its table on the screen (`table`) shows.

    `ask` reads its rows for the question of the screen (None: all of them) or for the keys of chosen rows; `understood`
    makes such a question of what the command line gives. A `personal` list leaves only with a purpose and a recipient;
    `person` tells the artisan's key in a row, so that everybody can be told to whom his data went.
    """

    name: str
    title: str
    table: str
    columns: Callable[[], Sequence[ExportColumn[Any]]]
    ask: Callable[[Session, Any, tuple[str, ...]], Lot]
    person: Callable[[Any], str | None] | None = None
    personal: bool = True
    understood: Callable[[Session, str, Mapping[str, str]], Any] | None = None


class Waiting(NamedTuple):
    """Something that waits for the clerk today: a sentence, a detail, and what opens it."""

    title: str
    detail: str
    icon: str
    tone: str
    page: str
    record: str | None = None


class Figure(NamedTuple):
    """A figure on the home page; `page` is what opens behind it."""

    title: str
    number: int
    icon: str
    tone: str
    page: str


class Share(NamedTuple):
    """A line of a share list on the home page: what, how many."""

    title: str
    number: int
    tone: str


class Shares(NamedTuple):
    """How a whole divides, as bars on the home page, such as the registered by domain."""

    title: str
    shares: tuple[Share, ...]


class Dated(NamedTuple):
    """Something that happens on some days: "14–16 نوفمبر", what, a detail, and the record behind it."""

    when: str
    title: str
    detail: str = ""
    model: type[Model] | None = None
    key: str | None = None


class Agenda(NamedTuple):
    """What happens this month, on the home page."""

    title: str
    entries: tuple[Dated, ...]


class Hit(NamedTuple):
    """A record that the search box found; `why` is said where it is not plain, `marks` are the pieces that fit.

    Those of a higher `tier` fit less: 0 as it was typed, 1 by its beginning, 2 by its sound, 3 wider still.
    """

    title: str
    detail: str
    icon: str
    model: type[Model]
    key: str
    why: str = ""
    marks: Sequence[str] = ()
    tier: int = 0


class Finder(NamedTuple):
    """Turns found keys of a table into hits, in any order; or finds by itself what was typed, best first."""

    table: str
    hits: Callable[[Session, Sequence[str]], Sequence[Hit]] | None = None
    find: Callable[[Session, str, int], Sequence[Hit]] | None = None


class Feature(NamedTuple):
    """The card that a feature hands in; `app.features` lists the cards.

    `waiting`, `figures`, `shares` and `agenda` fill the home page. They are asked beside the screens, after the first
    painting, and their sentences are already translated.
    """

    name: str
    pages: tuple[Page, ...] = ()
    panels: tuple[Panel, ...] = ()
    papers: tuple[Paper, ...] = ()
    waiting: Callable[[Session], Sequence[Waiting]] | None = None
    figures: Callable[[Session], Sequence[Figure]] | None = None
    shares: Callable[[Session], Shares] | None = None
    agenda: Callable[[Session], Agenda] | None = None
    finders: tuple[Finder, ...] = ()
    lists: tuple[Listing, ...] = ()
