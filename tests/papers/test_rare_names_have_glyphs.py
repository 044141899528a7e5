"""Which faces draw a paper here, and what happens to characters the first face lacks."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from tests.papers.samples import circular, full_circular
from zhijia.kit.bad_input import BadInput
from zhijia.papers.blocks import para
from zhijia.papers.check import Facts, check_paper
from zhijia.papers.check.pdf_file import read_pdf
from zhijia.papers.fonts import FontSet, choose_fonts
from zhijia.papers.lexicon import Lexicon
from zhijia.papers.pdf import to_pdf

COMMON = " 联系人王李张、。各单位要对照清单逐户走访"


def square_font(path: Path, family: str, letters: str) -> None:
    """A face whose every letter is a square: stands for a licensed face that lacks rare characters."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(point)
    pen.closePath()
    letters = "".join(dict.fromkeys(letters))
    square, names = pen.glyph(), [f"uni{ord(letter):04X}" for letter in letters]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names, strict=True)})
    builder.setupGlyf(dict.fromkeys([".notdef", *names], square))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def own_fonts(tmp_path: Path) -> FontSet:
    square_font(tmp_path / "fs.ttf", "仿宋_GB2312", COMMON)
    return choose_fonts(tmp_path)


def test_stand_ins_are_named_in_one_sentence(fonts: FontSet) -> None:
    assert "以替代字体生成" in fonts.sentence()
    assert "方正小标宋简体→" in fonts.sentence()


def test_county_file_is_taken_before_any_stand_in(own_fonts: FontSet) -> None:
    assert own_fonts["body"].chain[0].family == "仿宋_GB2312"
    assert not own_fonts["body"].substitute
    assert "仿宋_GB2312→" not in own_fonts.sentence()


def test_rare_characters_fall_back_one_by_one(own_fonts: FontSet) -> None:
    assert own_fonts["body"].serves("王") == "仿宋_GB2312"
    assert [own_fonts["body"].serves(letter) == "仿宋_GB2312" for letter in "堃镕喆"] == [False] * 3
    reading = read_pdf(to_pdf(circular(blocks=(para("联系人王堃、李镕、张喆。"),)), own_fonts))
    words = "".join(line.text for line in reading.pages[0].lines)
    assert "联系人王堃、李镕、张喆。" in words
    assert any("仿宋" in face or "GB2312" in face for face in reading.faces)
    assert any("Noto-Serif" in face or "Fandol" in face for face in reading.faces)


def test_fallback_does_not_push_lines_apart(own_fonts: FontSet) -> None:
    pages = read_pdf(to_pdf(full_circular(), own_fonts)).pages
    assert len(pages[1].body_lines(15.75)) == 22


def test_every_name_of_the_sample_has_a_glyph_here(fonts: FontSet) -> None:
    assert fonts.missing("堃镕喆垚玥珺祎瑄芃昇") == ()


def test_a_character_no_face_has_is_reported(fonts: FontSet, lexicon: Lexicon) -> None:
    paper = circular(blocks=(para("联系人王\U0010fffd。"),))
    found = [v for v in check_paper(paper, Facts(lexicon, fonts=fonts)) if v.id == "names.glyphs"]
    assert [v.verdict for v in found] == ["fail"]


def test_missing_font_directory_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="FONT_DIR"):
        choose_fonts(tmp_path / "none")
