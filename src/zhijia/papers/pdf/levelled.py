"""Faces that share a line must agree on where its middle is.

A line is set as high as its tallest face asks: where a rare character comes from a second face with other vertical
metrics or another baseline for Chinese, that line grows by one or two points and the page loses its 22nd line. So the
first face of a chain is loaded as a copy that carries ascent, descent and baselines (table BASE) of the last; its
glyphs stay as they are. Copies live as long as the process.
"""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fontTools.ttLib import TTFont

from zhijia.papers.fonts.chosen import Face, FontChoice
from zhijia.papers.fonts.files import FAMILY_NAMES, faces

_COPIES: Final = TemporaryDirectory(prefix="zhijia-fonts-")


def of_family(face: Face) -> TTFont:
    """The face of that family in its file (a collection holds several)."""
    opened = faces(face.file)
    named = (
        font
        for font in opened
        if any(record.nameID in FAMILY_NAMES and str(record) == face.family for record in font["name"].names)
    )
    return next(named, opened[0])


def metrics_of(font: TTFont) -> tuple[float, float]:
    """Ascent and descent in em."""
    size = font["head"].unitsPerEm
    return font["hhea"].ascent / size, font["hhea"].descent / size


def scale_coordinates(node: object, factor: float) -> None:
    """Multiply every coordinate below a node of a BASE table."""
    if isinstance(node, list):
        for child in node:
            scale_coordinates(child, factor)
    elif hasattr(node, "__dict__"):
        if hasattr(node, "Coordinate"):
            node.Coordinate = round(node.Coordinate * factor)
        for child in vars(node).values():
            scale_coordinates(child, factor)


def give_baselines(font: TTFont, like: TTFont) -> None:
    """Put the baselines of `like` into `font`, in its own units; without any, remove its own."""
    if "BASE" in font:
        del font["BASE"]
    if "BASE" in like:
        table = like["BASE"]
        table.ensureDecompiled()
        scale_coordinates(table.table, font["head"].unitsPerEm / like["head"].unitsPerEm)
        font["BASE"] = table


@lru_cache(maxsize=16)
def levelled(face: Face, like: Face) -> Path:
    """A copy of `face` with the ascent, descent and baselines of `like`."""
    font, other = of_family(face), of_family(like)
    size = font["head"].unitsPerEm
    ascent, descent = (round(value * size) for value in metrics_of(other))
    give_baselines(font, other)
    head, windows = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = ascent, descent, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ascent, descent, 0
    windows.usWinAscent, windows.usWinDescent = ascent, -descent
    font.recalcTimestamp = False
    copy = Path(_COPIES.name) / f"{len(list(Path(_COPIES.name).iterdir()))}-{face.file.stem}.otf"
    font.save(copy)
    return copy


def loaded_by_path(choice: FontChoice) -> tuple[Face, ...]:
    """Faces that must come as files: those of FONT_DIR, and a body face that will share lines with its successor."""
    mixed = choice.chain[:1] if choice.role == "body" and len(choice.chain) > 1 else ()
    return tuple(face for face in choice.chain if face.own or face in mixed)
