"""重点工作交办单: what one unit is asked to reach this year, from what base, by what count, by when."""

from dataclasses import dataclass
from datetime import date

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop
from zhijia.papers.blocks import Block, Cell, Column, Form, Table, row
from zhijia.papers.paper import Paper, chinese_date
from zhijia.papers.runs import Run, runs

MOST_REQUIREMENTS = 4
_TOO_MANY = gettext_noop("工作要求有%(count)s条，交办单最多写%(most)s条，请合并后重试。")


@dataclass(frozen=True, slots=True)
class SlipTask:
    """One row: the target and its base are figures, the rest are words from plan and indicator."""

    task: str
    target: Run
    base: Run
    definition: str
    milestones: str
    due: date
    lead: str
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A change of a target after it was handed out."""

    task: str
    old: Run
    new: Run
    reason: str
    approved: str
    on: date


@dataclass(frozen=True, slots=True)
class SlipData:
    """All a slip prints. `objection_days`: working days in which the unit may object (a dated parameter)."""

    county: str
    year: int
    number: str
    issued: date
    unit: str
    responsible: str
    contact: str
    phone: str
    basis: str
    tasks: tuple[SlipTask, ...]
    requirements: tuple[str, ...]
    signer: str
    objection_days: str
    adjustments: tuple[Adjustment, ...] = ()
    footer_mark: str = ""


TASK_COLUMNS = (
    Column("序号", 2),
    Column("工作任务", 5, "left"),
    Column("目标值", 4),
    Column("基数", 4),
    Column("计算口径", 9, "left"),
    Column("序时节点", 6, "left"),
    Column("完成时限", 6),
    Column("责任科室", 4),
    Column("权重", 2),
)


def label(words: str) -> Cell:
    """A label cell of one column."""
    return Cell(runs(words), label=True)


def party(data: SlipData) -> Form:
    """承办单位 and whom to ask."""
    return Form(
        (3, 6, 3, 5),
        (
            (label("承办单位"), Cell(runs(data.unit), 3, align="left")),
            (
                label("责任人"),
                Cell(runs(data.responsible)),
                label("联系人"),
                Cell(runs(f"{data.contact}　{data.phone}")),
            ),
            (label("交办依据"), Cell(runs(data.basis), 3, align="left")),
        ),
    )


def task_table(tasks: tuple[SlipTask, ...]) -> Table:
    """任务表, one row per target."""
    rows = tuple(
        row(
            str(at), task.task, task.target, task.base, task.definition, task.milestones, task.due.isoformat(),
            task.lead, task.weight or "—",
        )
        for at, task in enumerate(tasks, 1)
    )  # fmt: skip
    return Table(TASK_COLUMNS, rows)


def receipt(data: SlipData) -> Form:
    """签发 and 签收回执, with room to object by hand."""
    days = runs(f"对目标值有异议的，请在签收后{data.objection_days}个工作日内写明理由和建议值。")
    return Form(
        (3, 6, 3, 5),
        (
            (label("签发人"), Cell(runs(data.signer)), label("签发日期"), Cell(runs(chinese_date(data.issued)))),
            (label("签收人"), Cell(()), label("签收时间"), Cell(())),
            (label("异议"), Cell(days, 3, align="left", lines=2)),
            (label("处理意见"), Cell((), 3)),
        ),
    )


def adjustment_table(changes: tuple[Adjustment, ...]) -> Table:
    """调整记录."""
    columns = (
        Column("工作任务", 5, "left"),
        Column("原目标", 3),
        Column("调整后", 3),
        Column("调整理由", 6, "left"),
        Column("批准人", 3),
        Column("日期", 4),
    )
    rows = tuple(row(c.task, c.old, c.new, c.reason, c.approved, c.on.isoformat()) for c in changes)
    return Table(columns, rows, caption="调整记录")


def demands(requirements: tuple[str, ...]) -> Form:
    """工作要求, at most four lines; BadInput `too_many_requirements`."""
    if len(requirements) > MOST_REQUIREMENTS:
        raise BadInput("too_many_requirements", _TOO_MANY, count=len(requirements), most=MOST_REQUIREMENTS)
    marks = [""] if len(requirements) == 1 else [f"{at}." for at in range(1, len(requirements) + 1)]
    rows = tuple(
        (label("" if at else "工作要求"), Cell(runs(mark, text), align="left"))
        for at, (mark, text) in enumerate(zip(marks, requirements, strict=True))
    )
    return Form((3, 14), rows)


def assignment_slip(data: SlipData) -> Paper:
    """The slip of one unit, portrait, without red head; BadInput `too_many_requirements`."""
    changes: tuple[Block, ...] = (adjustment_table(data.adjustments),) if data.adjustments else ()
    required: tuple[Block, ...] = (demands(data.requirements),) if data.requirements else ()
    return Paper(
        kind="交办单",
        title=f"{data.county}{data.year}年度重点工作交办单",
        issuer=data.county,
        dated=data.issued,
        blocks=(party(data), task_table(data.tasks), *required, receipt(data), *changes),
        number=data.number,
        format="slip",
        signed=False,
        footer_mark=data.footer_mark,
        page_number="centred",
    )
