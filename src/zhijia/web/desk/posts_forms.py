"""Forms of the page 用户与岗位."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.queries import Post, organisations_named, roles_at
from zhijia.kit.identity.phone import is_phone, normalise_phone
from zhijia.schemes.words import said


class PersonForm(forms.Form):
    """A new account."""

    full_name = forms.CharField(label=_("姓名"), max_length=60)
    username = forms.CharField(
        label=_("用户名"), max_length=40, help_text=_("登录用，字母或数字开头，2至40位；建议用姓名拼音。")
    )


class GiveForm(forms.Form):
    """A post for a person: role, organisation, dates."""

    role = forms.ChoiceField(label=_("岗位"))
    organisation = forms.CharField(label=_("组织"), max_length=120, help_text=_("填组织名称、简称或编码。"))
    since = forms.DateField(label=_("自"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(
        label=_("至"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("从这一天起不再任职；长期任职不填。"),
    )  # fmt: skip

    telephone = forms.CharField(
        label=_("办公电话"),
        required=False,
        max_length=40,
        help_text=_("印在交办单的联系人一栏，例如0515-12345678。"),
    )

    def clean_telephone(self) -> str:
        """Without blanks and country code; a number of another form is told so."""
        number = normalise_phone(self.cleaned_data["telephone"])
        if number and not is_phone(number):
            raise ValidationError(_("“%(number)s”不是电话号码，请填区号加号码或手机号码。"), params={"number": number})
        return number

    def __init__(self, *args: Any, post: Post, on: dt.date, **kwargs: Any) -> None:
        """`post` decides which organisations can be named; `on` is proposed as the first day."""
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = on
        self.post, self.on = post, on
        self.fields["role"].choices = [("", "—"), *[(key, said(label)) for key, label in roles_at(post)]]  # type: ignore[attr-defined]
        self.fields["organisation"].widget.attrs["list"] = "organisations"

    def clean_organisation(self) -> Any:
        """The organisation meant; a name that fits none or several is told so."""
        typed = self.cleaned_data["organisation"].strip()
        found = organisations_named(self.post, typed, self.on)
        if not found:
            raise ValidationError(_("没有名为“%(typed)s”的组织，或不在您的管理范围内。"), params={"typed": typed})
        if len(found) > 1:
            names = "、".join(organisation.name for organisation in found)
            raise ValidationError(
                _("“%(typed)s”不止一个：%(names)s。请写全称。"), params={"typed": typed, "names": names}
            )
        return found[0]


class EndForm(forms.Form):
    """The first day on which a post is no longer held."""

    on = forms.DateField(label=_("结束日期"))


class IdentityForm(forms.Form):
    """The number of the person in the outside identity system."""

    subject = forms.CharField(label=_("统一身份号"), max_length=190)
