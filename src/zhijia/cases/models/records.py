"""What was done in a case, one record for each act; the database refuses to change or delete one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.models import Post
from zhijia.cases.models.cases import Case
from zhijia.cases.rules.records import Rec


class StepRecord(models.Model):
    """One act in a case. `seen`: the facts the actor had before the eyes; `judged`: the numbers of the rules of the
    day and what came out, so that the decision can be made again."""

    class Verb(models.TextChoices):
        """What can be done in a case."""

        OPENED = "opened", _("提出申请")
        DONE = "done", _("办理")
        VOTED = "voted", _("表决")
        SEATED = "seated", _("进入评审组")
        SCORED = "scored", _("评分")
        RECUSED = "recused", _("回避")
        PUBLISHED = "published", _("公示")
        OBJECTED = "objected", _("收到异议")
        ANSWERED = "answered", _("答复异议")
        RETURNED = "returned", _("退回")
        CHANGED = "changed", _("修改填报内容")
        ENDED = "ended", _("终止")
        APPEALED = "appealed", _("申诉")
        UPHELD = "upheld", _("申诉成立")
        DISMISSED = "dismissed", _("驳回申诉")

    case = models.ForeignKey(Case, models.PROTECT, related_name="records", verbose_name=_("办件"))
    sequence = models.PositiveIntegerField(_("次序"))
    step = models.CharField(_("步骤"), max_length=40, blank=True)
    verb = models.CharField(_("事项"), max_length=10, choices=Verb.choices)
    outcome = models.CharField(_("结果"), max_length=40, blank=True)
    text = models.CharField(_("意见"), max_length=2000, blank=True)
    to = models.CharField(_("退回到"), max_length=40, blank=True)
    by = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("经办人"))
    behalf = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("代替"))
    about = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True, verbose_name=_("评审组成员"))
    on = models.DateField(_("日期"))
    at = models.DateTimeField(_("登记时间"))
    key = models.CharField(max_length=64, editable=False)
    data = models.JSONField(_("内容"), default=dict)
    seen = models.JSONField(_("当时所见的事实"), default=dict)
    judged = models.JSONField(_("适用的规则和结果"), default=dict)

    class Meta:
        """In order; a place in the order and a client key are taken once."""

        verbose_name = _("办理记录")
        verbose_name_plural = _("办理记录")
        ordering = ("case", "sequence")
        constraints = [
            models.UniqueConstraint(name="record_once", fields=["case", "sequence"]),
            models.UniqueConstraint(name="record_key_once", fields=["case", "key"], condition=~Q(key="")),
        ]

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.case_id}/{self.sequence} {self.step} {self.verb}"

    @property
    def plain(self) -> Rec:
        """As the rules take it."""
        actor = self.behalf if self.behalf_id else self.by
        return Rec(
            sequence=self.sequence,
            step=self.step,
            verb=self.verb,
            outcome=self.outcome,
            to=self.to,
            post=self.by_id or 0,
            person=self.by.user_id if self.by else 0,
            role=actor.role if actor else "",
            about=self.about_id or 0,
            on=self.on,
            data=self.data,
        )
