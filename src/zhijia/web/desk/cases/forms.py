"""The form of a step, made from what its edition asks: answers, checklists, papers, outcome, opinion, day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhijia.cases.actions.papers import slot_of
from zhijia.cases.actions.steps import DATED
from zhijia.cases.procedures import procedure_of
from zhijia.cases.queries import Card
from zhijia.registers.base.fields import DayField
from zhijia.schemes.asks import Ask
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.checklists import Checklist, Item
from zhijia.schemes.inspections import MARKS
from zhijia.schemes.words import said


@dataclass(frozen=True)
class ListRow:
    """One item of a checklist with its three marks."""

    item: Item
    field: forms.BoundField
    exempt: bool


@dataclass(frozen=True)
class ListShown:
    """One checklist in the reading chosen, and the readings there are: (key, title, whether chosen)."""

    checklist: Checklist
    preset: str
    presets: Sequence[tuple[str, str, bool]]
    rows: Sequence[ListRow]


def field_of(ask: Ask) -> forms.Field:
    """The form field of one question; what is missing or unreadable is told by the action, in its sentence."""
    options: dict[str, Any] = {"label": said(ask.label), "required": ask.required, "help_text": said(ask.help)}
    match ask.type:
        case "long":
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **options)
        case "choice":
            return forms.ChoiceField(
                choices=[("", "—"), *((key, said(word)) for key, word in ask.choices.items())], **options
            )
        case "flag":
            return forms.BooleanField(**{**options, "required": False})
        case "date":
            return forms.CharField(widget=forms.TextInput(attrs={"type": "date"}), **options)
        case "number":
            return forms.CharField(widget=forms.TextInput(attrs={"inputmode": "decimal"}), **options)
    return forms.CharField(max_length=120, **options)


class StepForm(forms.Form):
    """One step of one case, for the post that takes it."""

    use_required_attribute = False

    def __init__(self, card: Card, asked: Mapping[str, str], data: Any = None, files: Any = None) -> None:
        """`asked`: the address, where another reading of a checklist may be chosen."""
        super().__init__(data, files)
        self.card, step = card, card.state.step
        assert step is not None
        self.step = step
        known = {**procedure_of(card.edition.case).suggests(card.row), **card.state.answers}
        self.asks = {} if step.kind == "notice" else step.ask
        for key, ask in self.asks.items():
            self.fields[key] = field_of(ask)
            self.initial[key] = known.get(key, "")
        if step.outcomes:
            choices = [(key, said(word)) for key, word in step.outcomes.items()]
            self.fields["outcome"] = forms.ChoiceField(label=_("结果"), choices=choices, widget=forms.RadioSelect)
        for paper in step.papers:
            if not paper.drawn_up:
                self.fields[f"file-{paper.key}"] = forms.FileField(
                    label=f"{paper.code} {said(paper.label)}", required=False
                )
        self.lists = [self._add_list(key, asked) for key in step.checklists]
        self.fields["text"] = forms.CharField(
            label=_("办理意见"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
        )
        if step.kind in DATED:
            self.fields["on"] = DayField(
                label=_("办理日期"), today=card.state.today, initial=card.state.today.isoformat()
            )

    def _add_list(self, key: str, asked: Mapping[str, str]) -> tuple[str, str]:
        checklist = catalogue().checklists[key]
        chosen = self.data.get(f"preset-{key}") or asked.get(f"preset-{key}", "")
        preset = chosen if chosen in checklist.presets else checklist.preset_for(self.card.kind)
        for name, item in checklist.presets[preset].items.items():
            exempt = self.card.kind in item.exempt or bool(item.exempt_when)
            marks = [(mark, gettext(word)) for mark, word in MARKS.items() if exempt or mark != "exempt"]
            self.fields[f"mark-{key}-{name}"] = forms.ChoiceField(
                label=said(item.label), choices=marks, widget=forms.RadioSelect, required=False
            )
        return key, preset

    def shown_lists(self) -> list[ListShown]:
        """The checklists as the page prints them."""
        shown = []
        for key, preset in self.lists:
            checklist = catalogue().checklists[key]
            rows = [
                ListRow(item, self[f"mark-{key}-{name}"], self.card.kind in item.exempt)
                for name, item in checklist.presets[preset].items.items()
            ]
            presets = [(name, one.title, name == preset) for name, one in checklist.presets.items()]
            shown.append(ListShown(checklist, preset, presets, rows))
        return shown

    def plain_fields(self) -> list[forms.BoundField]:
        """Everything but the checklists."""
        return [self[name] for name in self.fields if not name.startswith("mark-")]

    def taken(self) -> dict[str, Any]:
        """As `take_step` wants it."""
        data = self.data
        marks = {
            key: {
                name: data.get(f"mark-{key}-{name}", "") for name in catalogue().checklists[key].presets[preset].items
            }
            for key, preset in self.lists
        }
        return {
            "outcome": data.get("outcome", ""), "text": data.get("text", ""),
            "answers": {key: data.get(key, "") for key in self.asks}, "marks": marks, "presets": dict(self.lists),
        }  # fmt: skip

    def papers(self) -> list[tuple[str, Any]]:
        """(place, file) of every paper sent along."""
        sent = [(paper.key, self.files.get(f"file-{paper.key}")) for paper in self.step.papers]
        return [(slot_of(self.step.key, key), file) for key, file in sent if file is not None]
