"""Which characters a page shows as empty boxes because no font has them.

A browser draws a character without a glyph as the same box as any other such character. So each character is
drawn on a canvas in the fonts of the text it stands in, and compared with one that no font can have.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib as mpl
import zhplot
from playwright.sync_api import Page

CHINESE = Path(zhplot.__file__).parent / "fonts"
LATIN = Path(mpl.get_data_path()) / "fonts" / "ttf"
SYSTEM = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'

BOXES = """() => {
  const NOWHERE = String.fromCodePoint(0x10FFFD);  // private use: no font of words has it
  const used = new Map();  // fonts -> characters
  const note = (element, text) => {
    const { fontFamily, fontWeight } = getComputedStyle(element);
    const fonts = `${fontWeight} 20px ${fontFamily}`;
    used.set(fonts, new Set([...(used.get(fonts) ?? []), ...(text ?? "")]));
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode;
    if (parentElement.checkVisibility?.() && !parentElement.closest("style, script")) note(parentElement, data);
  }
  for (const field of document.querySelectorAll("input, textarea")) note(field, field.value + field.placeholder);
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const drawn = (fonts, character) => {
    pen.clearRect(0, 0, 40, 40);
    pen.font = fonts;
    pen.fillText(character, 8, 28);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const found = new Set();
  let looked = 0;
  for (const [fonts, characters] of used) {
    const box = drawn(fonts, NOWHERE);
    for (const character of characters) {
      if (/[\\s\\u200b-\\u200f\\ufe0f]/u.test(character)) continue;
      looked += 1;
      if (drawn(fonts, character) === box) found.add(character);
    }
  }
  return [looked, [...found].join("")];
}"""


def boxes(page: Page) -> tuple[int, str]:
    """Return how many characters were looked at, and those that show as boxes."""
    looked, found = page.evaluate(BOXES)
    return int(looked), str(found)


def font_settings(folder: Path, *, chinese: bool) -> Path:
    """Write fontconfig settings: the system's fonts and the course's Chinese one, or a Latin one alone."""
    kept = f"<dir>{escape(str(CHINESE))}</dir>{SYSTEM}" if chinese else f"<dir>{escape(str(LATIN))}</dir>"
    head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    path = folder / "fonts.conf"
    cache = f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>"
    path.write_text(f"{head}<fontconfig>{kept}{cache}</fontconfig>", "utf-8")
    return path
