"""The sentences of a circular, part by part."""

from zhijia.papers.blocks import Block, Para, heading, para
from zhijia.papers.lexicon import Tone
from zhijia.papers.runs import Run, Runs, runs
from zhijia.papers.skeletons.parts import (
    CampaignOverview,
    Classes,
    ClassSet,
    Expiring,
    Lead,
    Overview,
    RankedUnit,
    Ranking,
    RankingGroup,
    Requirements,
    Slot,
    TaskClasses,
    TaskResult,
)
from zhijia.papers.wording import House, balance_text, is_ranked, named_first, named_last, progress_of


def lead(part: Lead, subject: str) -> list[Block]:
    """Basis, cut-off, origin of the figures, and the phrase that opens a 通报."""
    origin = f"数据由系统按台账自动生成，已于{part.checked}前完成核对。"
    return [para(f"根据{part.basis}，现将截至{part.cut_off}的{subject}情况通报如下。{origin}")]


def result(task: TaskResult, house: House, goal: str = "年度目标") -> Runs:
    """Target, done, rate, schedule, last year, evenness."""
    words = progress_of(task.share, task.due_share, house).words.text
    parts: list[str | Run | Runs] = [
        f"{task.name}：{goal}",
        task.target,
        "，已完成",
        task.done,
        "，完成率",
        task.rate,
    ]
    parts += [f"，{words}"]
    if task.change is not None:
        parts += ["，与上年同期相比", task.change]
    balance = balance_text(task.spread, task.due_share, house)
    parts += [f"；各单位{balance}" if balance else "", "。"]
    return runs(*parts)


def overview(part: Overview | CampaignOverview, house: House) -> list[Block]:
    """One paragraph per task."""
    goal = "活动目标" if isinstance(part, CampaignOverview) else "年度目标"
    return [Para(result(task, house, goal)) for task in part.tasks]


def one_class(name: str, group: ClassSet) -> Runs:
    """全面完成的n个：…；an empty set says so without a list."""
    if not group.units:
        return runs(f"{name}的", group.count, "个")
    return runs(f"{name}的", group.count, f"个：{'、'.join(group.units)}")


def three_classes(task: TaskClasses) -> Runs:
    """Three sets in one paragraph."""
    sets = (("全面完成", task.finished), ("部分完成", task.partly), ("尚未启动", task.not_started))
    done, partly, none = (one_class(name, group) for name, group in sets)
    return runs(done, "；", partly, "；", none, "。")


def classes(part: Classes) -> list[Block]:
    """（一）task, then its sets in the same paragraph."""
    return [heading(2, at, f"{task.name}。", three_classes(task)) for at, task in enumerate(part.tasks, 1)]


def scored(unit: RankedUnit, house: House, lights: bool) -> Runs:
    """合德镇（第1名，92.50分）."""
    light = f"，{unit.light}" if lights and unit.light else ""
    tied = house.lexicon.ranks.tied if unit.shared else ""
    return runs(f"{unit.unit}（{tied}第", unit.place, "名，", unit.score, f"分{light}）")


def enumerated(units: tuple[RankedUnit, ...], house: House, lights: bool) -> Runs:
    """Units with the enumeration comma between them."""
    out: list[Runs] = []
    for unit in units:
        out += [scored(unit, house, lights)] if not out else [runs("、"), scored(unit, house, lights)]
    return runs(*out)


def ranking_group(group: RankingGroup, tone: Tone, house: House) -> Runs:
    """First and last by tone; a small group is not ranked, only its scores in register order are told."""
    lights = house.lexicon.tones[tone].lights
    if not is_ranked(len(group.units), house):
        told: list[str | Run | Runs] = []
        for unit in group.units:
            told += ["、" if told else "", unit.unit, unit.score, "分"]
        return runs(f"{group.name}单位较少，不作排名：", *told, "。")
    first = enumerated(named_first(group.units, tone, house), house, lights)
    last = named_last(group.units, tone, house)
    if not last:
        return runs(f"{group.name}位居前列的是", first, "。")
    return runs(f"{group.name}位居前列的是", first, "；位次靠后的是", enumerated(last, house, lights), "。")


def ranking(part: Ranking, tone: Tone, house: House) -> list[Block]:
    """One paragraph per group; the rule for ties is stated, as the reader would ask."""
    rule = para("得分相同的并列同一名次，其后名次顺延；各组分别排名。")
    return [*(Para(ranking_group(group, tone, house)) for group in part.groups), rule]


def slot(part: Slot) -> list[Block]:
    """The officer's paragraphs."""
    return [Para(line) for line in part.paragraphs]


def expiring(part: Expiring) -> list[Block]:
    """One sentence for all kinds; nothing due is said, not left out."""
    if not part.items:
        return [para(f"{part.period}没有到期事项。")]
    told: list[str | Run | Runs] = []
    for item in part.items:
        told += ["，" if told else "", item.name, item.count, item.unit]
    return [para(f"{part.period}到期的有：", *told, "。请相关单位提前做好准备。")]


def requirements(part: Requirements) -> list[Block]:
    """（一）… one sentence each; a single one stands without number."""
    if len(part.sentences) == 1:
        return [Para(part.sentences[0])]
    return [Para(runs(heading(2, at, "").text, line)) for at, line in enumerate(part.sentences, 1)]
