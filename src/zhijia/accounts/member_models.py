"""Accounts of members, who hold no post: known by their telephone, let in by a password or a one-time code."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MemberAccount(models.Model):
    """One person at one telephone number. `person` is the digest of the id number; '' before one has applied.

    What the account may see are the rows of this person that carry this number, and nothing else.
    """

    user = models.OneToOneField("accounts.User", models.PROTECT, related_name="member", verbose_name=_("用户"))
    mobile_sealed = models.CharField(_("手机号码"), max_length=160)
    mobile_digest = models.CharField(_("手机号码"), max_length=64)
    person = models.CharField(_("证件号码"), max_length=64, blank=True)

    class Meta:
        """A telephone may be shared in a family, each with an account of their own."""

        verbose_name = _("会员账号")
        verbose_name_plural = _("会员账号")
        constraints = [models.UniqueConstraint(fields=["mobile_digest", "person"], name="member_account_once")]

    def __str__(self) -> str:
        """Developer's view; never the number."""
        return f"{self.user_id}"


class SignInCode(models.Model):
    """A one-time code asked for by a telephone number. Kept as a digest, and only as long as the throttle needs it."""

    mobile_digest = models.CharField(max_length=64, db_index=True)
    address = models.CharField(max_length=64, db_index=True)
    code_digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField(_("发送时间"), db_index=True)
    tries = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    used_at = models.DateTimeField(_("使用时间"), null=True)

    class Meta:
        """Newest first."""

        verbose_name = _("登录验证码")
        verbose_name_plural = _("登录验证码")
        ordering = ("-id",)

    def __str__(self) -> str:
        """Developer's view."""
        return f"{self.pk} {self.sent_at:%H:%M}"
