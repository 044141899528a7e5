"""Locked, broken and swollen files are refused at once, whatever their ending; spread-out ones are read safely."""

from __future__ import annotations

import struct
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.kit.rosters import COLUMNS, HEAD, names, repack, save
from zhijia.kit.sheet import FileRefused, Limits, open_sheets, read_tables, write_table

ROW = [1, "王芳", "320924199001010012", "海通公司", "2014.5"]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A small good roster."""
    return save(tmp_path / "good.xlsx", {"a": [HEAD, ROW]})


def refusal_of(path: Path) -> str:
    started = time.perf_counter()
    with pytest.raises(FileRefused) as refused:
        for sheet in open_sheets(path).sheets:
            list(sheet.rows)
    assert time.perf_counter() - started < 2
    assert "。" in str(refused.value)
    return refused.value.code


def test_a_password_is_named(tmp_path: Path, roster: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refusal_of(locked) == "encrypted"


def test_an_encrypted_package_is_named(tmp_path: Path, roster: Path) -> None:
    data = bytearray(roster.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            struct.pack_into("<H", data, at + offset, 1)
            at = data.find(mark, at + 4)
    locked = tmp_path / "zip.xlsx"
    locked.write_bytes(data)
    assert refusal_of(locked) == "encrypted"


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_truncated_workbooks_are_corrupt(tmp_path: Path, roster: Path, keep: float) -> None:
    data = roster.read_bytes()
    broken = tmp_path / "half.xlsx"
    broken.write_bytes(data[: int(len(data) * keep)])
    assert refusal_of(broken) == "corrupt"


def test_a_damaged_part_is_corrupt(tmp_path: Path, roster: Path) -> None:
    with ZipFile(roster) as zipped:
        place = zipped.getinfo(SHEET).header_offset
    data = bytearray(roster.read_bytes())
    data[place + 70] ^= 0xFF
    broken = tmp_path / "bit.xlsx"
    broken.write_bytes(data)
    assert refusal_of(broken) == "corrupt"


def test_broken_old_workbooks_are_corrupt(tmp_path: Path) -> None:
    broken = tmp_path / "a.xls"
    broken.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    assert refusal_of(broken) == "corrupt"


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "docProps/app.xml"])
def test_exploding_packages_are_too_large(tmp_path: Path, roster: Path, part: str) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with ZipFile(roster) as old, ZipFile(bomb, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        with new.open(part, "w", force_zip64=True) as stream:
            for _ in range(200):
                stream.write(b" " * (1 << 20))
    assert refusal_of(bomb) == "too_large"


def test_files_over_the_limit_are_not_opened(roster: Path) -> None:
    with pytest.raises(FileRefused, match="文件过大"):
        open_sheets(roster, Limits(packed=100))


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n\0\0", b"<html><table></table>", bytes(range(256)) * 9]
)
def test_other_files_are_unreadable(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert refusal_of(path) == "unreadable"


def test_another_kind_of_package_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as zipped:
        zipped.writestr("word/document.xml", "<w/>")
    assert refusal_of(path) == "unreadable"


def test_a_declared_million_rows_by_sixteen_thousand_columns_does_no_harm(tmp_path: Path, roster: Path) -> None:
    declared = repack(roster, tmp_path / "wide.xlsx", SHEET, (b'ref="A1:E2"', b'ref="A1:XFD1048576"'))
    started = time.perf_counter()
    assert names(declared) == ["王芳"]
    assert time.perf_counter() - started < 1


def test_a_value_in_the_last_corner_is_streamed_past(tmp_path: Path, roster: Path) -> None:
    corner = b'</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    far = repack(roster, tmp_path / "far.xlsx", SHEET, (b"</row></sheetData>", corner))
    assert names(far) == ["王芳"]


def test_hundreds_of_blank_styled_columns_do_no_harm(tmp_path: Path, roster: Path) -> None:
    blank = "".join(f'<c r="{column}2" s="0"/>' for column in ("AAA", "XFC", "XFD")).encode()
    styled = repack(roster, tmp_path / "styled.xlsx", SHEET, (b"</row></sheetData>", blank + b"</row></sheetData>"))
    assert names(styled) == ["王芳"]


def test_the_ending_of_the_name_does_not_matter(tmp_path: Path, roster: Path) -> None:
    renamed = tmp_path / "roster.xls"
    renamed.write_bytes(roster.read_bytes())
    assert names(renamed) == ["王芳"]


def test_formulas_give_their_cached_value_or_nothing(tmp_path: Path) -> None:
    path = save(tmp_path / "f.xlsx", {"a": [HEAD, [1, "王芳", '="3209"', "海通公司", ""]]})
    cached = repack(path, tmp_path / "c.xlsx", SHEET, (b"<v></v>", b"<v>7</v>"))
    cached = repack(cached, tmp_path / "d.xlsx", SHEET, (b"<v />", b"<v>7</v>"))
    assert names(path) == names(cached) == ["王芳"]


def test_a_file_too_long_to_hold_is_streamed_with_the_same_result(tmp_path: Path) -> None:
    rows = [["名册"], HEAD, ROW, [], [2, "李强", "11010519491231002X", "", "2014.6"], [3, "赵云", "1", "", ""]]
    path = save(tmp_path / "a.xlsx", {"a": rows}, merges=["A1:E1", "D5:D6"], hidden=[5])
    held = [list(table.rows) for table in read_tables(path, COLUMNS)]
    streamed = [list(table.rows) for table in read_tables(path, COLUMNS, Limits(held_cells=1))]
    assert [[(row.number, row.cells[0], row.hidden) for row in rows] for rows in streamed] == [
        [(3, "王芳", False), (5, "李强", True), (6, "赵云", False)]
    ]
    assert [row.number for row in streamed[0]] == [row.number for row in held[0]]


def test_prefixed_markup_is_scanned_alike(tmp_path: Path, roster: Path) -> None:
    prefixed = tmp_path / "x.xlsx"
    with ZipFile(roster) as old, ZipFile(prefixed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == SHEET:
                data = data.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"xmlns=", b"xmlns:x=")
                data = data.replace(b'<x:row r="2"', b'<x:row r="2" hidden="1"')
            new.writestr(name, data)
    assert [row.hidden for table in read_tables(prefixed, COLUMNS) for row in table.rows] == [True]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, (b'<row r="2"', b'<row r="4294967295"')),
        (SHEET, (b'r="B2"', b'r="B99999999"')),
        (SHEET, (b'r="B2"', b'r="ZZZZZZ2"')),
        (SHEET, (b"</sheetData>", b"")),
    ],
)
def test_packages_that_lie_about_their_cells_are_corrupt(
    tmp_path: Path, roster: Path, part: str, change: tuple[bytes, bytes]
) -> None:
    assert refusal_of(repack(roster, tmp_path / "lie.xlsx", part, change)) == "corrupt"


def test_a_workbook_that_asks_for_all_memory_ends_only_its_own_process(tmp_path: Path) -> None:
    book = tmp_path / "t.xlsx"
    write_table(book, "表", COLUMNS, [], sheet_name="a")
    greedy = tmp_path / "greedy.xlsx"
    with ZipFile(book) as old, ZipFile(greedy, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "xl/sharedStrings.xml":
                new.writestr(name, old.read(name))
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}" count="1" uniqueCount="99999999999"></sst>')
    assert refusal_of(greedy) in ("corrupt", "unreadable")
