"""Papers this office issued: the bytes as they went out, and the numbers they took."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.kit.problem import Conflict, gettext_noop

FROZEN = gettext_noop("“%(number)s”已经印发，内容不能再改；如需变更请调整指标，调整会另行记录。")


class NumberSeries(models.Model):
    """The last number taken of one series of papers in one year."""

    series = models.CharField(_("字号"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年度"))
    last = models.PositiveIntegerField(_("最后编号"), default=0)

    class Meta:
        """One line per series and year."""

        verbose_name = _("文号")
        verbose_name_plural = _("文号")
        constraints = [models.UniqueConstraint(name="series_once", fields=["series", "year"])]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.series}{self.year}:{self.last}"


class IssuedPaper(models.Model):
    """The bytes of a paper as issued, with their fingerprints. Written once."""

    number = models.CharField(_("编号"), max_length=60, unique=True)
    docx = models.BinaryField(_("文档"))
    docx_sha256 = models.CharField(_("文档指纹"), max_length=64)
    pdf = models.BinaryField(_("版式文件"))
    pdf_sha256 = models.CharField(_("版式文件指纹"), max_length=64)
    issued_on = models.DateField(_("印发日期"))

    class Meta:
        """By number."""

        verbose_name = _("印发件")
        verbose_name_plural = _("印发件")

    def __str__(self) -> str:
        """Its number."""
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once; the database refuses a change too."""
        if self.pk is not None:
            raise Conflict(FROZEN, number=self.number)
        super().save(*args, **kwargs)
