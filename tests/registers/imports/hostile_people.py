"""Persons of a second kind of messy roster: other tricks than `messy`, every verdict known beforehand.

Numbers in numeric cells, formulas with and without a kept value, dates as serials, persons twice, names of unions that
are nearly right. The verdicts come from the import policy; none is asked of the importer.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

FACTORS, SIGNS = [pow(2, 17 - at, 11) for at in range(17)], "10X98765432"
# What an office calls each union, and what it must not be taken for.
UNIONS = {
    "320924400001": ("合德纺织有限公司工会委员会", "合德纺织有限公司工会", "合德纺织有限公司", "合德纺织", "合德 纺织有限公司", "合德纺织有限公司　工会"),
    "320924400002": ("合德机械有限公司工会委员会", "合德机械有限公司", "合德机械", "合德机械工会", "３２０９２４４００００２"),
    "320924400003": ("四明木业有限公司工会委员会", "四明木业有限公司", "四明木业", "320924400003", "四明木业有限公司\u200b工会"),
    "320924400004": ("四明化工有限公司工会委员会", "四明化工有限公司工会", "四明化工", "四明化工 有限公司"),
    "320924400005": ("县实验小学工会委员会", "县实验小学", "实验小学", "实验小学工会", "县实验小学工会"),
}  # fmt: skip
STRANGERS = (
    "合德纺织集团有限公司",
    "合德纺识有限公司",
    "实验中学",
    "合德纺织有限公司二厂",
    "四明化工厂工会",
    "县实验小学分校",
)
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"


class Number(float):
    """A number in a numeric cell."""


@dataclass(frozen=True)
class Formula:
    """A formula and the value the program kept for it ('' for none)."""

    text: str
    kept: Any


@dataclass
class Person:
    """One row: its cells, and the verdict on it."""

    cells: dict[str, Any]
    reason: str = ""
    warnings: set[str] = field(default_factory=set)
    hidden: bool = False
    eighteen: str = ""
    at: tuple[str, int] = ("", 0)


def signed(body: str) -> str:
    """ISO 7064 MOD 11-2."""
    return body + SIGNS[sum(int(digit) * factor for digit, factor in zip(body, FACTORS, strict=True)) % 11]


class Maker:
    """Draws persons and spoils some of them; `held` are the numbers of everybody registered so far."""

    def __init__(self, seed: int, held: set[str]) -> None:
        self.draw, self.held = Random(seed * 7919), held
        self.order, self.seed = 0, seed
        self.here: list[str] = []

    def body(self, woman: bool) -> tuple[str, dt.date]:
        """Seventeen digits nobody has yet."""
        self.order += 1
        born = dt.date(1952, 1, 1) + dt.timedelta(days=(self.order * 37 + self.seed * 101) % 14_600)
        place = 330100 + self.seed * 10 + self.order // 9_000
        return f"{place}{born:%Y%m%d}{(self.order * 2) % 1000 + (0 if woman else 1):03d}", born

    def person(self) -> Person:
        """Good in every cell, though not clean."""
        pick, woman = self.draw.choice, self.draw.random() < 0.5
        body, _ = self.body(woman)
        number = signed(body)
        name = pick(FAMILY) + pick(GIVEN) + pick(("", pick(GIVEN)))
        union = pick(list(UNIONS))
        cells = {
            "name": self.dressed_name(name), "sex": pick(("女" if woman else "男", "", "女性" if woman else "男性")),
            "number": self.dressed_number(number), "union": pick(UNIONS[union]), "joined": self.day(),
            "phone": pick(("13812345678", Number(13912345678), "0515-82345678", "", "137 1234 5678", "+8613712345678", "(0515)82345678", None)),
            "remark": pick(("", "", "=HYPERLINK(1)", "-离岗", "+1", "@所有人", "党员", None)),
        }  # fmt: skip
        return Person(cells, eighteen=number)

    def dressed_name(self, name: str) -> Any:
        pick = self.draw.choice
        return pick((name, name, name, f"{name[0]} {name[1:]}", f"{name[0]}　{name[1:]}", f"\ufeff{name}", f"{name}\u00a0", f"'{name}",
                     f"阿依古丽{pick('·•・．●‧')}买买提", "龚㬎", "𤭢志强", "欧阳䶮", Formula("=C1&D1", name), "Ｌｉ Ｍｉｎｇ", "王芳\r\n"))  # fmt: skip

    def dressed_number(self, number: str) -> Any:
        pick = self.draw.choice
        return pick((number, number, number, number.lower(), f"'{number}", f'="{number}"', f"{number[:6]}\u200d{number[6:]}", f"{number[:3]} {number[3:]}",
                     number.translate({ord(a): ord(a) + 0xFEE0 for a in "0123456789X"}), f"\t{number}", Formula(f'="{number}"', number), f"{number}\u3000", f"\u2060{number}"))  # fmt: skip

    def day(self) -> Any:
        pick = self.draw.choice
        day = dt.date(2010, 1, 1) + dt.timedelta(days=self.draw.randrange(1500))
        serial = (day - dt.date(1899, 12, 30)).days
        return pick((day, dt.datetime(day.year, day.month, day.day), Number(serial), str(serial), f"{day:%Y.%m}", f"{day.year}年{day.month}月", f"{day:%Y-%m-%d}",
                     f"{day.year}/{day.month}/{day.day}", f"{day:%Y%m%d}", f"{day.year}。{day.month}。{day.day}", f"{day:%Y年%m月%d日}", Number(int(f"{day:%Y%m%d}")),
                     Formula("=TODAY()-900", Number(serial)), f"{day:%Y-%m}"))  # fmt: skip

    def one(self) -> Person:
        """A person, spoilt at most once."""
        made = self.person()
        if self.draw.random() < 0.4:
            self.draw.choice(SPOILERS)(self, made)
        if self.draw.random() < 0.03:
            made.hidden = True
        return made


def set_to(reason: str, column: str, *values: Any) -> Callable[[Maker, Person], None]:
    def spoil(maker: Maker, made: Person) -> None:
        made.cells[column], made.reason = maker.draw.choice(values), reason

    return spoil


def lost(maker: Maker, made: Person) -> None:
    """As a number, in a cell or already written out."""
    whole = int(made.eighteen[:17] + "0") if maker.draw.random() < 0.5 else int(made.eighteen[:17])
    made.cells["number"] = maker.draw.choice(
        (Number(whole), f"{whole:.5E}", f"{whole:.14E}", Number(whole // 10), f"{float(whole):.4e}")
    )
    made.reason = "id_precision_lost"


def fitting_but_lost(maker: Maker, made: Person) -> None:
    """A numeric cell whose last digits are nought, and whose check digit fits by chance."""
    for order in range(1000):
        number = signed(f"3209241975{order % 12 + 1:02d}{order % 28 + 1:02d}{order:03d}")
        if float(number.replace("X", "1")) == int(number.replace("X", "1")) and "X" not in number:
            made.cells["number"], made.reason = Number(int(number)), "id_precision_lost"
            return


def old_number(maker: Maker, made: Person) -> None:
    body, _ = maker.body(woman=False)
    body = body[:6] + "19" + body[8:]
    short = body[:6] + body[8:]
    made.cells["number"] = maker.draw.choice((short, Number(int(short)), f" {short}", f"'{short}"))
    made.cells["sex"], made.eighteen = "男", signed(body)
    made.warnings.add("id_15_to_18")


def wrong_check(maker: Maker, made: Person) -> None:
    good = made.eighteen
    made.cells["number"] = good[:17] + maker.draw.choice([sign for sign in SIGNS if sign != good[17]])
    made.reason = "bad_id_checksum"


def wrong_birth(maker: Maker, made: Person) -> None:
    day = maker.draw.choice(("19750431", "19770229", "19001301", "18991231", "20150101", "19850000", "19861332"))
    made.cells["number"], made.reason = signed(f"330102{day}{maker.draw.randrange(1000):03d}"), "bad_id_birthdate"


def wrong_form(maker: Maker, made: Person) -> None:
    good = made.eighteen
    made.cells["number"] = maker.draw.choice((good[:-1], good + "0", good[:10] + "****" + good[14:], good[:5] + "O" + good[6:], good[:17] + "Y", "H1234567(8)", good[:14],
                                              "同身份证", good[:8] + "-" + good[8:16], Number(int(good[:12])), good[:16] + "XX", "见附件"))  # fmt: skip
    made.reason = "bad_id_format"


def other_sex(maker: Maker, made: Person) -> None:
    made.cells["sex"] = "男" if int(made.eighteen[16]) % 2 == 0 else "女"
    made.warnings.add("sex_mismatch")


def again(maker: Maker, made: Person) -> None:
    if maker.here:
        made.cells["number"], made.cells["sex"], made.reason = (
            maker.dressed_number(maker.draw.choice(maker.here)),
            "",
            "duplicate_in_file",
        )


def registered(maker: Maker, made: Person) -> None:
    held = sorted(maker.held - set(maker.here))
    if held:
        made.cells["number"], made.cells["sex"], made.reason = maker.draw.choice(held), "", "duplicate_existing"


def bad_phone(maker: Maker, made: Person) -> None:
    made.cells["phone"] = maker.draw.choice(("1391234", "不详", "138123456789"))
    made.warnings.add("bad_phone")


def before_birth(maker: Maker, made: Person) -> None:
    born = int(made.eighteen[6:10])
    made.cells["joined"], made.reason = maker.draw.choice((f"{born - 1}.5", f"{born - 3}-01-01")), "bad_date"


def no_day(maker: Maker, made: Person) -> None:
    made.cells["joined"] = maker.draw.choice(("", None, "无", "—", "/", Formula("=DATE(2012,5,6)", "")))
    made.warnings.add("missing_date")


SPOILERS: Sequence[Callable[[Maker, Person], None]] = (
    lost, lost, fitting_but_lost, old_number, old_number, wrong_check, wrong_birth, wrong_form, wrong_form, other_sex, again, again,
    registered, bad_phone, before_birth, no_day,
    set_to("missing_name", "name", "", None, "无", "—", "　", "\u200b", Formula("=A99", "")),
    set_to("bad_name", "name", "=王五", "+钱七", "-孙八", "@李四", "＝周九", "－吴十", " =郑一"),
    set_to("missing_id", "number", "", None, "无", "—", "\u200b", Formula("=A99", ""), " "),
    set_to("unknown_union", "union", *STRANGERS),
    set_to("bad_date", "joined", "2012-02-30", "2013.13", "2014-07-11", "2014年8月", "待查", "2012.4.31", "19999", Number(60001), "20140231", Number(50000), "1/2", "二〇一二年", dt.date(2014, 12, 1)),
)  # fmt: skip
