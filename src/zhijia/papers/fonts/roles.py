"""Five roles a typeface plays in a paper, the official family of each, and acceptable stand-ins in order.

The official families are licensed products that cannot be shipped; a .docx only names them. A PDF needs glyphs, so it
takes a licensed file from FONT_DIR, else an official family installed on the machine, else the first free stand-in.
The last names of each chain (fonts-noto-cjk) carry all of Unicode's basic Chinese block and serve single characters
that the earlier ones lack, as happens with rare given names.
"""

from typing import Final, Literal

Role = Literal["title", "body", "kai", "hei", "song"]

OFFICIAL: Final[dict[Role, str]] = {
    "title": "方正小标宋简体",
    "body": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "hei": "黑体",
    "song": "宋体",
}

ACCEPTED: Final[dict[Role, tuple[str, ...]]] = {
    "title": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "body": ("仿宋_GB2312", "方正仿宋_GBK", "FangSong_GB2312", "FZFangSong-Z02", "仿宋", "FangSong"),
    "kai": ("楷体_GB2312", "方正楷体_GBK", "KaiTi_GB2312", "FZKai-Z03", "楷体", "KaiTi"),
    "hei": ("黑体", "方正黑体_GBK", "SimHei", "FZHei-B01"),
    "song": ("宋体", "SimSun"),
}

STAND_INS: Final[dict[Role, tuple[str, ...]]] = {
    "title": ("Noto Serif CJK SC",),
    "body": ("FandolFang R", "FandolFang", "Noto Serif CJK SC"),
    "kai": ("AR PL UKai CN", "FandolKai", "LXGW WenKai", "Noto Serif CJK SC"),
    "hei": ("Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "song": ("Noto Serif CJK SC", "FandolSong"),
}

BOLD_STAND_INS: Final = frozenset({"title"})
"""Roles whose stand-in must be drawn bold to have the weight of the real face; the real face never is."""
