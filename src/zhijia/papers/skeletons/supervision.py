"""督办单: why a task is pressed, by whom it is to be done and until when; the unit answers on the same sheet."""

from dataclasses import dataclass
from datetime import date

from zhijia.papers.blocks import Cell, Form
from zhijia.papers.paper import Paper, chinese_date
from zhijia.papers.runs import Run, runs
from zhijia.papers.skeletons.slip import label

WIDTHS = (3, 6, 3, 5)
COLOURS = {"blue": "蓝色", "yellow": "黄色", "red": "红色"}
ANSWERS = ("落实情况", "存在困难", "预计完成日期")


@dataclass(frozen=True, slots=True)
class SupervisionData:
    """All a supervision slip prints. `colour`: blue, yellow or red; `done`: the figure of that day; `order`: number of the order."""

    county: str
    number: str
    issued: date
    colour: str
    unit: str
    responsible: str
    order: str
    task: str
    target: Run
    done: Run
    reason: str
    deadline: date
    department: str
    signer: str


def supervision_slip(data: SupervisionData) -> Paper:
    """One page, portrait, without red head."""
    pair = [
        ("督办级别", COLOURS[data.colour], "交办单号", data.order),
        ("承办单位", data.unit, "责任人", data.responsible or "—"),
        ("责任科室", data.department or "—", "办理期限", chinese_date(data.deadline)),
        ("目标值", data.target, "目前完成", data.done),
        ("签发人", data.signer, "签发日期", chinese_date(data.issued)),
    ]
    rows = [(label(a), Cell(runs(b)), label(c), Cell(runs(d))) for a, b, c, d in pair]
    wide = [("工作任务", data.task, 1), ("督办事由", data.reason, 2)]
    middle = [(label(name), Cell(runs(words), 3, align="left", lines=lines)) for name, words, lines in wide]
    answer = [(label(name), Cell((), 3, lines=2)) for name in ANSWERS]
    return Paper(
        kind="督办单",
        title=f"{data.county}重点工作督办单",
        issuer=data.county,
        dated=data.issued,
        blocks=(Form(WIDTHS, (*rows[:3], *middle, *rows[3:], *answer)),),
        number=data.number,
        format="slip",
        signed=False,
        page_number="centred",
    )
