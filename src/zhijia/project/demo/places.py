"""The committees of the demo county: its towns, farms and zones, and the unions of the county's departments."""

from dataclasses import dataclass
from typing import Literal

DIVISION = "320924"
COUNTY = "射阳县总工会"
Outcome = Literal["full", "partly", "none"]


@dataclass(frozen=True)
class Place:
    """One committee. `weight` is its share of unions; `outcome` what the founding month brought there."""

    login: str
    short: str
    kind: str
    weight: int
    outcome: Outcome = "none"
    trades: str = "CCCCFEHA"

    @property
    def name(self) -> str:
        """The committee's full name."""
        if self.kind == "24":
            return f"{self.short}工会"
        return f"{self.short}工会委员会" if self.kind == "23" else f"{self.short}工会工作委员会"

    @property
    def is_town(self) -> bool:
        """Towns, farms and zones: those who took part in the founding month."""
        return self.kind != "24"

    @property
    def stem(self) -> str:
        """How names of the place's workplaces begin: 合德 for 合德镇."""
        return self.short.removesuffix("镇").removesuffix("局").removesuffix("公司")


PLACES: tuple[Place, ...] = (
    Place("hede", "合德镇", "20", 34, "full", "CCCCCFFHEI"),
    Place("siming", "四明镇", "20", 17, "full"),
    Place("qianqiu", "千秋镇", "20", 16, "full"),
    Place("xingqiao", "兴桥镇", "20", 16, "full"),
    Place("yangma", "洋马镇", "20", 13, trades="CCCFAAC"),
    Place("linhai", "临海镇", "20", 17),
    Place("haihe", "海河镇", "20", 15),
    Place("haitong", "海通镇", "20", 12),
    Place("xintan", "新坍镇", "20", 12),
    Place("changdang", "长荡镇", "20", 11),
    Place("panwan", "盘湾镇", "20", 14),
    Place("teyong", "特庸镇", "20", 12, trades="CCCAF"),
    Place("huangshagang", "黄沙港镇", "20", 14, trades="CCAAG"),
    Place("xinyang", "新洋农场", "20", 6, trades="ACAF"),
    Place("linhaifarm", "临海农场", "20", 5, trades="ACAF"),
    Place("huaihaifarm", "淮海农场", "20", 5, trades="ACAF"),
    Place("port", "射阳港经济区", "23", 24, "partly", "CCCDGG"),
    Place("zone", "经济开发区", "23", 34, "partly", "CCCCCCEI"),
    Place("education", "县教育局", "24", 30, trades="P"),
    Place("health", "县卫生局", "24", 18, trades="Q"),
    Place("housing", "县住建局", "24", 10, trades="EEKN"),
    Place("agriculture", "县农委", "24", 7, trades="AM"),
    Place("power", "县供电公司", "24", 3, trades="D"),
    Place("traffic", "县交通运输局", "24", 8, trades="GG"),
    Place("water", "县水利局", "24", 5, trades="NE"),
    Place("commerce", "县商务局", "24", 7, trades="FFL"),
    Place("coop", "县供销合作总社", "24", 5, trades="FF"),
    Place("post", "县邮政局", "24", 2, trades="G"),
    Place("offices", "县机关", "24", 10, trades="S"),
)
FEDERATIONS: tuple[tuple[str, str, str], ...] = (
    # place, kind, name
    ("hede", "31", "合德镇纺织行业工会联合会"),
    ("huangshagang", "31", "黄沙港镇水产行业工会联合会"),
    ("yangma", "31", "洋马镇药材行业工会联合会"),
    ("zone", "32", "经济开发区东区工会联合会"),
)
