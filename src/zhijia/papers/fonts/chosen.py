"""Which family really serves each role on this machine, and the sentence that says so on the export page."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop
from zhijia.papers.fonts.files import covered, directory_families, installed_families
from zhijia.papers.fonts.roles import ACCEPTED, OFFICIAL, STAND_INS, Role

_NONE = gettext_noop("本机没有可用的中文字体（%(official)s 的替代字体），请安装 fonts-noto-cjk 后重试。")
_NO_DIRECTORY = gettext_noop("字体目录 %(directory)s 不存在，请检查设置 FONT_DIR。")


@dataclass(frozen=True, slots=True)
class Face:
    """A family and the file it comes from; `own` files are loaded from FONT_DIR by path."""

    family: str
    file: Path
    own: bool = False


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The faces that serve a role, best first; later ones fill in characters the first lacks."""

    role: Role
    official: str
    chain: tuple[Face, ...]
    substitute: bool

    def serves(self, letter: str) -> str | None:
        """The family that draws `letter`, None when no face of the chain has it."""
        return next((face.family for face in self.chain if ord(letter) in covered(face.file)), None)


@dataclass(frozen=True, slots=True)
class FontSet:
    """One choice per role."""

    choices: tuple[FontChoice, ...]

    def __getitem__(self, role: Role) -> FontChoice:
        return next(choice for choice in self.choices if choice.role == role)

    def sentence(self) -> str:
        """What the export page prints under the download button."""
        replaced = [f"{item.official}→{item.chain[0].family}" for item in self.choices if item.substitute]
        if not replaced:
            return "PDF 使用规定字体生成。"
        return "PDF 以替代字体生成：" + "；".join(replaced) + "。正式印发请使用 docx 文件并在装有规定字体的电脑上打印。"

    def missing(self, text: str, role: Role = "body") -> tuple[str, ...]:
        """Characters of `text` that no face of the role can draw, once each in order."""
        choice = self[role]
        return tuple(dict.fromkeys(c for c in text if not c.isspace() and choice.serves(c) is None))


def choice_of(role: Role, own: dict[str, Path], installed: dict[str, Path]) -> FontChoice:
    """FONT_DIR first, then an installed official family, then the stand-ins; BadInput when nothing serves."""
    official = [Face(name, own[name], own=True) for name in ACCEPTED[role] if name in own][:1]
    official = official or [Face(name, installed[name]) for name in ACCEPTED[role] if name in installed][:1]
    fallback = [Face(name, installed[name]) for name in STAND_INS[role] if name in installed]
    chain = (*official, *fallback)
    if not chain:
        raise BadInput("no_font", _NONE, official=OFFICIAL[role])
    return FontChoice(role, OFFICIAL[role], chain, substitute=not official)


@lru_cache(maxsize=8)
def choose_fonts(font_dir: Path | None = None) -> FontSet:
    """The fonts for PDFs on this machine; cached, since scanning takes longer than drawing a page.

    `font_dir`: the county's own licensed files. BadInput `no_font_dir` / `no_font`.
    """
    if font_dir is not None and not font_dir.is_dir():
        raise BadInput("no_font_dir", _NO_DIRECTORY, directory=font_dir)
    own = directory_families(font_dir) if font_dir else {}
    installed = installed_families()
    return FontSet(tuple(choice_of(role, own, installed) for role in OFFICIAL))
