#!/usr/bin/env python3
"""screen-svg.py <SCREEN >SVG: what `tmux capture-pane -e -p` printed of a terminal, as a picture."""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL, LINE, MARGIN = 8.4, 18, 12
BASE = ["#000000", "#cd3131", "#0dbc79", "#e5e510", "#3b8eea", "#bc3fbc", "#11a8cd", "#e5e5e5",
        "#666666", "#f14c4c", "#23d18b", "#f5f543", "#6cb6ff", "#d670d6", "#29b8db", "#ffffff"]
FOREGROUND, BACKGROUND = "#d4d4d4", "#1e1e1e"


def color(number):
    if number < 16:
        return BASE[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    levels = [0, 95, 135, 175, 215, 255]
    red, rest = divmod(number - 16, 36)
    return "#" + "".join(f"{levels[one]:02x}" for one in (red, rest // 6, rest % 6))


class Style:
    def __init__(self):
        self.front = self.back = None
        self.bold = self.dim = self.under = self.turned = False

    def take(self, codes):
        codes = [int(code or 0) for code in codes.split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.__init__()
            elif code in (1, 2, 4, 7):
                setattr(self, {1: "bold", 2: "dim", 4: "under", 7: "turned"}[code], True)
            elif code == 22:
                self.bold = self.dim = False
            elif code in (24, 27):
                setattr(self, {24: "under", 27: "turned"}[code], False)
            elif code in (38, 48) and codes[:1] == [5]:
                setattr(self, "front" if code == 38 else "back", color(codes[1]))
                codes = codes[2:]
            elif code in (39, 49):
                setattr(self, "front" if code == 39 else "back", None)
            elif code // 10 in (3, 4, 9, 10):
                number = code % 10 + (8 if code >= 90 else 0)
                setattr(self, "front" if code // 10 in (3, 9) else "back", color(number))

    def colors(self):
        front, back = self.front or FOREGROUND, self.back or BACKGROUND
        return (back, front) if self.turned else (front, back)


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def main():
    lines = sys.stdin.read().rstrip("\n").split("\n")
    columns, boxes, texts, style = 80, [], [], Style()
    for row, line in enumerate(lines):
        column = 0
        for part in re.split(r"(\x1b\[[0-9;]*m)", line):
            if part.startswith("\x1b"):
                style.take(part[2:-1])
                continue
            cells = sum(map(width, part))
            front, back = style.colors()
            x, y = MARGIN + column * CELL, MARGIN + row * LINE
            if back != BACKGROUND and cells:
                boxes.append(f'<rect x="{x:.1f}" y="{y}" width="{cells * CELL:.1f}" height="{LINE}" fill="{back}"/>')
            if part.strip():
                more = ' font-weight="bold"' if style.bold else ""
                more += ' fill-opacity="0.65"' if style.dim else ""
                more += ' text-decoration="underline"' if style.under else ""
                texts.append(f'<text x="{x:.1f}" y="{y + 13}" textLength="{cells * CELL:.1f}" fill="{front}"{more}>'
                             f'{escape(part).replace(" ", chr(160))}</text>')
            column += cells
        columns = max(columns, column)
    across, down = 2 * MARGIN + columns * CELL, 2 * MARGIN + len(lines) * LINE
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.0f} {down}" width="{across:.0f}" height="{down}" '
          f'font-family="ui-monospace, DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">')
    print(f'<rect width="100%" height="100%" rx="6" fill="{BACKGROUND}"/>')
    print("\n".join(boxes + texts + ["</svg>"]))


main()
