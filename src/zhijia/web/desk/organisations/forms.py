"""Forms of the page 组织: set up, change, move, merge, close."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhijia.accounts.queries import Post, organisations_named
from zhijia.orgs.kinds import kind_of, level_of, may_hang_under
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import said


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class NewForm(forms.Form):
    """An organisation below another. Unions are founded in their own register, with reply and workplaces."""

    kind = forms.ChoiceField(label=_("组织类型"))
    name = forms.CharField(label=_("组织名称"), max_length=120)
    short_name = forms.CharField(label=_("简称"), max_length=40, required=False)
    on = _day(_("设立日期"))

    def __init__(self, *args: Any, above: Any, today: dt.date, **kwargs: Any) -> None:
        """`above` decides which kinds can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        self.fields["kind"].choices = kinds_below(above.kind)  # type: ignore[attr-defined]


def kinds_below(kind: str) -> list[tuple[str, str]]:
    """Kinds that may hang below one, save unions."""
    listed = catalogue().codes["node-kind"].entries
    return [
        (code, said(kind_of(code).label)) for code in listed if may_hang_under(code, kind) and level_of(code) != "union"
    ]


class ChangeForm(forms.Form):
    """Names and ranking group."""

    name = forms.CharField(label=_("组织名称"), max_length=120)
    short_name = forms.CharField(label=_("简称"), max_length=40, required=False)
    aliases = forms.CharField(label=_("别名"), max_length=400, required=False, help_text=_("多个别名用“；”分开。"))
    group = forms.CharField(label=_("考核分组"), max_length=20, required=False)


class ElsewhereForm(forms.Form):
    """Another organisation and a day: to move below it, or to merge into it."""

    other = forms.CharField(label=_("组织"), max_length=120, help_text=_("填组织名称、简称或编码。"))
    on = _day(_("日期"))

    def __init__(self, *args: Any, post: Post, today: dt.date, label: Any = "", **kwargs: Any) -> None:
        """`post` decides which organisations can be named."""
        super().__init__(*args, **kwargs)
        self.post, self.today = post, today
        self.fields["on"].initial = today
        self.fields["other"].label = label or self.fields["other"].label

    def clean_other(self) -> Any:
        """The organisation meant; a name that fits none or several is told so."""
        typed = self.cleaned_data["other"].strip()
        found = organisations_named(self.post, typed, self.today)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("没有名为“%(typed)s”的组织，或不在您的管理范围内。"), params={"typed": typed})
        names = "、".join(organisation.name for organisation in found)
        raise ValidationError(_("“%(typed)s”不止一个：%(names)s。请写全称。"), params={"typed": typed, "names": names})


class SplitForm(forms.Form):
    """A new organisation out of an old one: its name, its day, and for a union the reply that founds it."""

    name = forms.CharField(label=_("新组织名称"), max_length=120)
    short_name = forms.CharField(label=_("简称"), max_length=40, required=False)
    on = _day(_("分设日期"), _("新组织从这一天起存在；原组织继续存在。"))
    reply_no = forms.CharField(label=_("批复文号"), max_length=60)

    def __init__(self, *args: Any, today: dt.date, union: bool, **kwargs: Any) -> None:
        """`union`: the reply is asked for."""
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        if not union:
            del self.fields["reply_no"]


class CloseForm(forms.Form):
    """The day on which it ends."""

    on = _day(_("撤销日期"), _("从这一天起不再存在。"))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        """Today is proposed."""
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
