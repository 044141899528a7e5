"""A PDF measured: page boxes, lines of text with place and size, long rules, typefaces."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop

if TYPE_CHECKING:
    from pypdf import PdfReader

_NO_PDF = gettext_noop("这不是可读的 PDF 文件，请重新生成后再检查。")
MM = 25.4 / 72
SAME_LINE_MM = 1.0
LONG_RULE_MM = 100.0
THIN_RULE_MM = 1.2


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: words, place of its first baseline point from the page's top left in mm, size in pt."""

    text: str
    x_mm: float
    y_mm: float
    size: float


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A straight horizontal rule."""

    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page."""

    width_mm: float
    height_mm: float
    lines: tuple[TextLine, ...]
    rules: tuple[RuleLine, ...]

    def body_lines(self, size: float) -> list[TextLine]:
        """Lines set in the body size (page numbers, tables and notes are set in others)."""
        return [line for line in self.lines if abs(line.size - size) < 0.2]


@dataclass(frozen=True, slots=True)
class PdfReading:
    """The whole file. `faces`: base font names without their subset tags; `embedded`: whether all are in the file."""

    pages: tuple[PageReading, ...]
    faces: tuple[str, ...]
    embedded: bool


def placed(x: float, y: float, matrix: list[float]) -> tuple[float, float]:
    """A point of the content stream in page points."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(slots=True)
class _Collector:
    """What pypdf reports while it walks a page: pieces of text and polygons."""

    height: float
    words: list[TextLine] = field(default_factory=list)
    polygons: list[list[tuple[float, float]]] = field(default_factory=list)

    def text(self, text: str, matrix: list[float], inner: list[float], _font: Any, size: float) -> None:
        """A piece of text with its matrices."""
        if not text.strip():
            return
        x, y = placed(inner[4], inner[5], matrix)
        scale = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        self.words.append(TextLine(text.strip("\n"), x * MM, (self.height - y) * MM, size * scale))

    def path(self, operator: bytes, operands: list[Any], matrix: list[float], _inner: list[float]) -> None:
        """A path operator."""
        if operator not in (b"m", b"l"):
            return
        point = placed(float(operands[0]), float(operands[1]), matrix)
        if operator == b"m":
            self.polygons.append([point])
        elif self.polygons:
            self.polygons[-1].append(point)

    def rules(self) -> tuple[RuleLine, ...]:
        """Polygons that are long and thin."""
        out = []
        for polygon in self.polygons:
            xs, ys = [x * MM for x, _ in polygon], [(self.height - y) * MM for _, y in polygon]
            if max(xs) - min(xs) >= LONG_RULE_MM and max(ys) - min(ys) <= THIN_RULE_MM:
                out.append(RuleLine(min(xs), max(xs), min(ys), max(ys)))
        return tuple(sorted(out, key=lambda rule: rule.top_mm))

    def lines(self) -> tuple[TextLine, ...]:
        """Pieces on one height joined from left to right."""
        rows: list[list[TextLine]] = []
        for word in sorted(self.words, key=lambda word: (word.y_mm, word.x_mm)):
            if rows and abs(rows[-1][0].y_mm - word.y_mm) < SAME_LINE_MM:
                rows[-1].append(word)
            else:
                rows.append([word])
        return tuple(joined(row) for row in rows)


def joined(row: list[TextLine]) -> TextLine:
    """One line of several pieces."""
    row = sorted(row, key=lambda word: word.x_mm)
    return TextLine("".join(word.text for word in row), row[0].x_mm, row[0].y_mm, row[0].size)


def read_page(page: Any) -> PageReading:
    """Measure one page."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    seen = _Collector(height)
    page.extract_text(visitor_text=seen.text, visitor_operand_before=seen.path)
    return PageReading(width * MM, height * MM, seen.lines(), seen.rules())


def fonts_of(reader: "PdfReader") -> dict[str, bool]:
    """Face name -> embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            inner = font.get_object()
            inner = inner.get("/DescendantFonts", [inner])[0].get_object()
            descriptor = inner.get("/FontDescriptor", {})
            files = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
            found[str(inner["/BaseFont"]).lstrip("/").partition("+")[2] or str(inner["/BaseFont"])] = bool(files)
    return found


def read_pdf(pdf: bytes) -> PdfReading:
    """Measure a PDF; BadInput `no_pdf` when it cannot be read."""
    from pypdf import PdfReader  # half a second to load, and only the checker of a printed sheet needs it
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(pdf))
        pages = tuple(read_page(page) for page in reader.pages)
    except (PyPdfError, ValueError, KeyError) as fault:
        raise BadInput("no_pdf", _NO_PDF) from fault
    fonts = fonts_of(reader)
    return PdfReading(pages, tuple(sorted(fonts)), all(fonts.values()))
