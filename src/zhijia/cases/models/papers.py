"""Papers drawn up in cases."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhijia.cases.models.records import StepRecord
from zhijia.evidence.models import IssuedPaper


class CasePaper(models.Model):
    """A paper drawn up in a case, as it was issued with a step."""

    record = models.ForeignKey(StepRecord, models.PROTECT, related_name="papers", verbose_name=_("办理记录"))
    code = models.CharField(_("表号"), max_length=20)
    label = models.CharField(_("文件名称"), max_length=80)
    paper = models.OneToOneField(IssuedPaper, models.PROTECT, related_name="case_paper", verbose_name=_("印发件"))

    class Meta:
        """In order of issue."""

        verbose_name = _("办件文书")
        verbose_name_plural = _("办件文书")
        ordering = ("id",)

    def __str__(self) -> str:
        """Its name."""
        return self.label
