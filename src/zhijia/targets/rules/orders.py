"""Where an assignment order stands."""

from enum import StrEnum


class OrderState(StrEnum):
    """Where an order stands, folded from what happened to it."""

    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    OBJECTED = "objected"
    RUNNING = "running"
    DONE = "done"
    CLOSED = "closed"


def state_of_order(
    *, issued: bool, signed: bool, objected: bool, may_object: bool, reached: bool, closed: bool
) -> OrderState:
    """起草 -> 下达 -> 已签收 (有异议) -> 执行中 -> 已完成 -> 销号. Signed while the unit may still object, then running."""
    if closed:
        return OrderState.CLOSED
    if not issued:
        return OrderState.DRAFT
    if objected:
        return OrderState.OBJECTED
    if not signed:
        return OrderState.ISSUED
    if reached:
        return OrderState.DONE
    return OrderState.SIGNED if may_object else OrderState.RUNNING
