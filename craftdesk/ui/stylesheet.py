"""The one style sheet, written from the tones; widgets choose their part by the property `role`."""

from string import Template

from craftdesk.ui.theme import look, px, tone_names, tones

_BASE = """
QWidget { font-size: ${s14}; color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $page; }
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"], QStackedWidget { background: transparent; border: none; }
QToolTip { background: $bar; color: $on_bar; border: none; padding: ${s4} ${s8}; font-size: ${s12}; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${s10}; }
QFrame[role="card"][pressable="true"]:hover, QFrame[role="card"][pressable="true"]:focus { border-color: $primary; }
QFrame[role="event"] { border: none; border-radius: ${s6}; }
QFrame[role="event"][pressable="true"]:hover, QFrame[role="event"]:focus { background: $selection; }
QFrame[role="bar"] { background: $bar; border: none; border-radius: ${s8}; }
QFrame[role="notice"] { background: $warn_ground; border: none; border-radius: ${s8}; }
QFrame[role="notice"][mood="good"] { background: $good_ground; }
QFrame[role="notice"][mood="bad"] { background: $bad_ground; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QLabel { background: transparent; border: none; }
QLabel[role="title"] { font-size: ${s22}; font-weight: 600; }
QLabel[role="subtitle"], QLabel[role="muted"] { font-size: ${s12}; color: $muted; }
QLabel[role="heading"] { font-size: ${s15}; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="figure"] { font-size: ${s26}; font-weight: 600; }
QLabel[role="label"] { font-size: ${s13}; color: $muted; }
QLabel[role="problem"] { font-size: ${s12}; color: $bad; }
QLabel[role="warning"] { font-size: ${s12}; color: $warn; }
QLabel[role="required"] { font-size: ${s13}; color: $copper; font-weight: 600; }
QLabel[role="picture"] { background: $hover; border: 1px dashed $faint; border-radius: ${s8}; color: $muted;
  font-size: ${s12}; padding: ${s4}; }
QLabel[role="badge"] { font-size: ${s11}; color: $copper; background: $copper_ground; border-radius: ${s6};
  padding: 0 ${s6}; }
QLabel[role="hint"] { font-size: ${s12}; color: $muted; }
QLabel[role="on_bar"] { color: $on_bar; }
QLabel[role="side_name"] { font-size: ${s17}; font-weight: 600; color: $side_text; }
QLabel[role="side_note"] { font-size: ${s11}; color: $side_muted; }
QFrame[role="side"] { background: $side; border: none; }
"""

_BUTTONS = """
QPushButton { qproperty-autoDefault: true; }
QPushButton, QToolButton { background: $surface; border: 1px solid $line; border-radius: ${s8};
  padding: 0 ${s16}; min-height: ${s36}; color: $text; }
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $faint; }
QPushButton:pressed { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $primary; padding: 0 ${s15}; min-height: ${s34}; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: transparent; }
QPushButton[role="primary"] { background: $primary; border: 1px solid $primary; color: $on_primary; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 0 ${s15}; min-height: ${s34}; }
QPushButton[role="primary"]:disabled { background: $track; border-color: $track; color: $muted; }
QPushButton[role="small"] { min-height: ${s28}; padding: 0 ${s12}; font-size: ${s13}; }
QPushButton[role="small"]:focus { min-height: ${s26}; padding: 0 ${s11}; }
QPushButton[role="flat"], QToolButton[role="flat"] { background: transparent; border: 1px solid transparent;
  padding: 0 ${s8}; }
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: $selection; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border: 1px solid $primary; }
QPushButton[role="link"] { background: transparent; border: none; padding: 0; min-height: ${s20}; color: $primary; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="on_bar"] { background: transparent; border: 1px solid transparent; color: $on_bar;
  font-weight: 600; font-size: ${s13}; padding: 0 ${s8}; min-height: ${s26}; }
QPushButton[role="on_bar"]:hover, QPushButton[role="on_bar"]:focus { border: 1px solid $bar_line; }
QPushButton[role="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent;
  border-radius: 0; color: $muted; padding: 0 ${s2}; min-height: ${s34}; }
QPushButton[role="tab"]:hover { color: $text; }
QPushButton[role="tab"]:checked { color: $text; font-weight: 600; border-bottom: 2px solid $primary; }
QPushButton[role="tab"]:focus { background: $selection; }
QPushButton[role="place"] { background: transparent; border: 1px solid transparent; border-radius: ${s8};
  color: $side_text; text-align: left; padding: 0 ${s14}; min-height: ${s36}; }
QPushButton[role="place"][tight="true"] { min-height: ${s30}; }
QPushButton[role="place"]:hover { background: $side_hover; }
QPushButton[role="place"]:checked { background: $side_chosen; font-weight: 600; }
QPushButton[role="place"]:focus { border: 1px solid $side_muted; }
QPushButton[role="on_side"] { background: transparent; border: none; color: $side_muted; padding: 0 ${s6};
  min-height: ${s24}; font-size: ${s12}; }
QPushButton[role="on_side"]:hover, QPushButton[role="on_side"]:focus { color: $side_text; text-decoration: underline; }
QPushButton[role="on_side"]:checked { color: $side_text; font-weight: 600; }
QPushButton[role="chip"] { background: $primary_ground; color: $primary; border: 1px solid transparent;
  border-radius: ${s13}; padding: 0 ${s10}; min-height: ${s24}; font-size: ${s12}; }
QPushButton[role="chip"][tone="copper"] { background: $copper_ground; color: $copper; }
QPushButton[role="chip"]:hover, QPushButton[role="chip"]:focus { border: 1px solid $primary; }
QPushButton[role="group"] { background: $surface; color: $text; border: 1px solid $line;
  border-radius: ${s13}; padding: 0 ${s10}; min-height: ${s24}; font-size: ${s13}; }
QPushButton[role="group"]:hover, QPushButton[role="group"]:focus { border: 1px solid $primary; padding: 0 ${s10}; }
QPushButton[role="group"]:checked { background: $primary_ground; color: $primary; border: 1px solid $primary;
  font-weight: 600; }
QPushButton::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit { background: $surface; border: 1px solid $line; border-radius: ${s8};
  padding: 0 ${s10}; min-height: ${s34}; color: $text; selection-background-color: $primary;
  selection-color: $on_primary; placeholder-text-color: $muted; }
QPlainTextEdit { padding: ${s4} ${s6}; min-height: ${s84}; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $faint; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $primary; padding: 0 ${s9}; min-height: ${s32}; }
QPlainTextEdit:focus { padding: ${s3} ${s5}; min-height: ${s82}; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"] { border: 2px solid $bad; padding: 0 ${s9}; min-height: ${s32}; }
QPlainTextEdit[bad="true"] { padding: ${s3} ${s5}; min-height: ${s82}; }
QLineEdit[guessed="true"] { color: $muted; border: 1px dashed $copper_line; }
QLineEdit[guessed="true"]:focus { border: 2px dashed $copper_line; }
QLineEdit:disabled, QLineEdit:read-only { background: $hover; color: $muted; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QSpinBox { background: $surface; border: 1px solid $line; border-radius: ${s8}; min-height: ${s34}; }
QProgressBar { background: $track; border: none; border-radius: ${s3}; max-height: ${s6}; min-height: ${s6}; }
QProgressBar::chunk { background: $primary; border-radius: ${s3}; }
QMenu { background: $surface; border: 1px solid $line; padding: ${s4}; }
QMenu::item { padding: ${s8} ${s24}; border-radius: ${s6}; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { background: $line; height: 1px; margin: ${s4} ${s8}; }
QMenu::icon { padding: 0 ${s8}; }
QFrame[role="popup"] QListView { border: none; }
QFrame[role="popup"] { background: $surface; border: 1px solid $line; border-radius: ${s8}; }
"""

_LISTS = """
QAbstractItemView { background: $surface; border: none; outline: none; selection-background-color: $selection;
  selection-color: $text; }
QListView { background: $surface; border: 1px solid $line; border-radius: ${s8}; padding: ${s2}; }
QListView::item { padding: ${s4} ${s8}; min-height: ${s24}; border-radius: ${s6}; color: $text; }
QListView::item:selected, QListView::item:hover { background: $selection; color: $text; }
QTableView { background: $surface; border: none; gridline-color: transparent; }
QHeaderView { background: $surface; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
PagesView, Thumbnails { background: $page; border: none; }
QScrollBar:vertical { background: transparent; width: ${s10}; margin: ${s2}; border: none; }
QScrollBar:horizontal { background: transparent; height: ${s10}; margin: ${s2}; border: none; }
QScrollBar::handle { background: $track; border-radius: ${s3}; min-height: ${s32}; min-width: ${s32}; }
QFrame[role="side"] QScrollBar::handle:vertical { background: $side_chosen; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
"""

_FILE_DIALOG = """
QFileDialog QToolButton { padding: 0; min-width: ${s34}; max-width: ${s34}; min-height: ${s34}; max-height: ${s34}; }
QFileDialog QToolButton:focus { padding: 0; min-width: ${s32}; min-height: ${s32}; }
QFileDialog QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: ${s4} ${s8}; font-size: ${s12}; }
QFileDialog QTreeView { border: 1px solid $line; border-radius: ${s8}; }
QFileDialog QTreeView::item { min-height: ${s28}; }
QFileDialog QListView#sidebar::item { padding: ${s4} 0; }
"""


def style_sheet() -> str:
    """The sheet for the look that is in force."""
    now = tones()
    words = {name: getattr(now, name) for name in tone_names()}
    words |= {f"s{size}": f"{px(size)}px" for size in range(1, 85)}
    words["bar_line"] = "#C9C4BA" if look().dark else "#4A5459"
    return "".join(Template(part).substitute(words) for part in (_BASE, _BUTTONS, _FIELDS, _LISTS, _FILE_DIALOG))
