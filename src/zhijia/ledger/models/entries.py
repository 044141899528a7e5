"""The entry: one numbered line of the ledger, holding the digests of one row and the hash of the line before it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Conflict, gettext_noop

WRITTEN = gettext_noop("账上的记录不能修改；写错的请另记一笔冲正。")
Classes = dict[str, tuple[str, ...]]


class WrittenOnce:
    """A row of the ledger: written once. `CLASSES` puts every column into one class of the digests."""

    CLASSES: ClassVar[Classes] = {}
    _state: Any

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once; the database refuses a change too."""
        if not self._state.adding:
            raise Conflict(WRITTEN)
        super().save(*args, **kwargs)  # type: ignore[misc]

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Never."""
        raise Conflict(WRITTEN)


class Booked(WrittenOnce, models.Model):
    """A row that is no fact of a register."""

    class Meta:
        """Each kind of row is a table of its own."""

        abstract = True


class Entry(models.Model):
    """One line. `kind` names the table (the model's name), `record` its row; numbers run without a gap."""

    number = models.BigIntegerField(_("序号"), primary_key=True)
    day = models.DateField(_("账期"))
    at = models.DateTimeField(_("记账时间"))
    kind = models.CharField(_("类别"), max_length=20)
    record = models.BigIntegerField(_("记录编号"))
    digests = models.TextField(_("摘要"))
    actor = models.CharField(_("经办人"), max_length=80, blank=True)
    post = models.BigIntegerField(_("岗位编号"), null=True)
    client_key = models.CharField(_("提交标识"), max_length=80, null=True, unique=True)
    previous = models.CharField(_("上一行校验值"), max_length=64)
    hash = models.CharField(_("本行校验值"), max_length=64)

    class Meta:
        """In order; one line per row; days never go back, so that the last line of a day is its root."""

        verbose_name = _("账行")
        verbose_name_plural = _("账行")
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["kind", "record"], name="ledger_row_once")]
        indexes = [models.Index(fields=["day", "number"], name="ledger_entry_day")]

    def __str__(self) -> str:
        """Number and kind."""
        return f"{self.number} {self.kind}"
