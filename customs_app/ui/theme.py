"""Puts the tokens of the look on Qt: palette, style sheet, style."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from customs_app.figures.tokens import DARK, LIGHT, PALETTES, Palette
from customs_app.paths import ICONS, RESOURCES
from customs_app.ui import fonts

# Asked for by its argument: to set or see a style from Python costs a start ten milliseconds.
STYLE = ("-style", "fusion")


def choose(theme: str) -> Palette:
    """The palette of a theme; `system` follows the desktop."""
    if theme in PALETTES:
        return PALETTES[theme]
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply(app: QApplication, palette: Palette) -> None:
    """Dress the whole application, made with `STYLE` among its arguments, in a palette."""
    app.setPalette(qt_palette(palette))
    app.setFont(fonts.font())
    sheet = style_sheet(palette)
    if app.styleSheet() != sheet:  # Qt dresses every widget anew, also in what it already wears
        app.setStyleSheet(sheet)


def qt_palette(palette: Palette) -> QPalette:
    """The palette as Qt's roles."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.window, role.Button: palette.window,
        role.WindowText: palette.text, role.ButtonText: palette.text, role.Text: palette.text,
        role.Base: palette.base, role.AlternateBase: palette.alt,
        role.Highlight: palette.sel, role.HighlightedText: palette.on_sel,
        role.PlaceholderText: palette.text3, role.Link: palette.accent, role.LinkVisited: palette.accent,
        role.Accent: palette.accent, role.BrightText: palette.bad,
        role.ToolTipBase: palette.panel, role.ToolTipText: palette.text,
        role.Light: palette.base, role.Midlight: palette.group, role.Mid: palette.line,
        role.Dark: palette.line2, role.Shadow: palette.line2,
    }  # fmt: skip
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.ButtonText, role.Text):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.ctl))
    return result


def style_sheet(palette: Palette) -> str:
    """The little that palette and style cannot say."""
    values = {name: palette.token(name) for name in _USED}
    sheet = (RESOURCES / "look.qss").read_text(encoding="utf-8")
    for name, colour in values.items():
        sheet = sheet.replace(f"@{name};", f"{colour};").replace(f"@{name} ", f"{colour} ")
    for name, picture in (("@chevron", "chevron-down"), ("@check", "check")):
        path = (ICONS / "look" / f"{picture}-{palette.name}.svg").as_posix()
        sheet = sheet.replace(name, f'"{path}"')
    return sheet.replace("@ring;", f"{palette.ring}px;").replace("@ring ", f"{palette.ring}px ")


_USED = (
    *("window", "panel", "base", "group", "rail", "line", "line2", "ctl", "text", "text2", "text3"),
    *(
        "accent",
        "on_accent",
        "sel",
        "on_sel",
        "accentbg",
        "on_accentbg",
        "good",
        "warn",
        "warnbg",
        "bad",
        "badbg",
    ),
)
