"""Whose figure it is: the body that speaks, or a higher, neighbouring or other one it quotes."""

import re
from dataclasses import dataclass

from zhijia.targets.plantext import reasons

LOOK_BACK = 160
RANKS = {"镇": 1, "乡": 1, "街道": 1, "县": 2, "区": 2, "旗": 2, "市": 3, "省": 4, "国": 5}
WIDE = re.compile(
    r"全(?P<rank>[镇乡县区市省国])(?!“|、|级|示范|有影响|领先|叫得?响|推广|前列|一流|知名|率先|总工会|覆盖|面|体|总|部|民|工人|五一|模范|先进|劳[模动]|职工书屋|优秀|文明|技[术能])|我(?P<own>[镇乡县区市省])|(?P<self>县总|我们|各镇|各工委|本县|本镇|镇总)"
)
SPEAKER = re.compile(r"([\u4e00-\u9fff]{2,5}?)(县|区|市|镇|乡|街道)(?:总工会|工会|机关|系统|教育|卫健|住建)")
OTHER_BODY = re.compile(
    r"(?:[县市区省]?(?:人民)?政府|[县市区省]?(?:人社|财政|教育|民政|卫[健生]|住建|农业农村?|发改|工信|公安|司法|商务|统计|交通|文旅|税务|市场监管)[局委厅]"
    r"|上级(?:工会|组织)?|[县市区省]?(?:妇联|团[县市省]?委|残联|工商联|科协))(?!工会|系统)(?:工作报告)?(?:今年|计划|将|拟|提出|安排|要求|确定|部署)"
)
HIGHER = re.compile(
    r"(?P<rank>全国|全|省|市)总(?:工会)?(?:今年|年初|年度)?(?:要求|提出|明确|确定|规定|考核|[^,。;]{0,5}(?:要来|将来|将对|要对|要到)|的?(?:目标|指标))(?!我|本|县|各地?方?高度)"
    r"[^,。;]*(?:,[^,。;]*)?$"
)
SPOKEN_HIGHER = re.compile(r"[省市]里(?:的)?(?:规定|要求|目标|定|提|确定|考核|下)[^,。;]*$")
WITH = re.compile(r"(?:按照?|根据|对照|落实|遵照|会同|联合|配合|协助|与|和|争取|协调|由)$")
# 市邮政管理局提出…, 您在提案中建议…: someone else speaks.
SOMEONE = re.compile(
    r"(?:^|[,。;])(?:[省市][^,。;总我]{2,8}(?:局|委|厅|办)|[^,。;]{0,4}(?:提案|来信|委员|人大代表|网友|群众)[^,。;]{0,4}?)(?:提出|建议|要求|反映|希望)[^,。;]*$"
)
NEIGHBOUR = re.compile(
    r"(?<=我[县镇区])所在的?[省市]|(?:兄弟|邻近|周边|相邻|邻|外地|先进|外)[^,。;]{0,3}?(?:县|市|区|镇|单位|地区|省)|其他[^,。;]{0,3}?(?:县|市|省|地区)"
)
NAMED = re.compile(r"([\u4e00-\u9fff]{2,3})([县市区])(?:总工会|总|工会)?(?=今年|明年|计划|将|已|拟|去年|提出|新建)")
EACH = re.compile(
    r"[各全](?P<rank>[省市县区])(?:\([^)]*\))?(?=年内|今年|全年|要|都|须|必须|至少|建|培|新|完成|力争|每年)"
)
ECONOMY = re.compile(r"生产总值|财政收入|预算收入|固定资产投资|工业增加值|社会消费品|税收收入|GDP|招商引资")
OURS = re.compile(
    r"我们|我[县镇区市局](?!所在)|县总(?!工会提出)|镇总|本会|各镇|各工委|各级工会|下达我|下达给我|其中我|县里"
)


@dataclass(frozen=True)
class Scope:
    """The rank of the speaking body (1 town .. 5 nation) and its own name where the text gives it."""

    rank: int
    name: str

    def foreign(self, sentence: str) -> str | None:
        """Why the figure at the end of `sentence` (the part before it) belongs to another body; None if it does not."""
        sentence = re.sub(r"《[^》]*》", "", sentence[-LOOK_BACK:])
        ours = max((match.end() for match in OURS.finditer(sentence)), default=0)
        tail = sentence[ours:]
        wide = list(WIDE.finditer(tail))
        if wide and wide[-1]["rank"] and RANKS[wide[-1]["rank"]] > self.rank:
            return reasons.OTHERS
        each = EACH.search(tail)
        if each and RANKS[each["rank"]] >= self.rank and re.search(r"[省市]总|上级", tail):
            return reasons.OTHERS
        if (
            any(not WITH.search(tail[: match.start()]) for match in OTHER_BODY.finditer(tail))
            or NEIGHBOUR.search(tail)
            or SOMEONE.search(tail)
        ):
            return reasons.OTHERS
        if self._quotes_higher(tail) or (self.rank < RANKS["市"] and SPOKEN_HIGHER.search(tail)):
            return reasons.OTHERS
        if self.name and any(self._other_name(match) for match in NAMED.finditer(tail)):
            return reasons.OTHERS
        return reasons.ECONOMY if ECONOMY.search(tail) else None

    def _quotes_higher(self, tail: str) -> bool:
        """省总要求达到90%: what a higher federation asks, unless the speaker acts on it (按照省总要求)."""
        found = HIGHER.search(tail)
        if not found or WITH.search(tail[: found.start()]):
            return False
        return RANKS.get(found["rank"], RANKS["国"]) > self.rank

    def _other_name(self, match: re.Match[str]) -> bool:
        return RANKS[match[2]] >= 2 and not match[0].startswith(("全", "我", "各", "本")) and self.name not in match[0]


def scope_of(text: str) -> Scope:
    """Read who speaks from the head of the folded text, else from how it calls its own area."""
    speaker = SPEAKER.search(text[:300])
    if speaker and not re.search(r"[全我各本该]", speaker[1]):
        return Scope(RANKS[speaker[2]], speaker[1])
    for rank, words in (
        (1, r"我镇|全镇|我乡|全乡|镇总工会"),
        (2, r"我县|全县|县总|我区|全区|区总"),
        (3, r"我市|全市|市总"),
        (4, r"全省|省总"),
    ):
        if re.search(words, text):
            return Scope(rank, "")
    return Scope(2, "")
