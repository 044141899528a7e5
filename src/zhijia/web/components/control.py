"""The control of a form field, in the look of the UI kit whatever form it comes from."""

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

CHOOSERS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def control_html(field: BoundField) -> SafeString:
    """The field's widget with the kit's class added to the classes it has."""
    widget = field.field.widget
    if isinstance(widget, CHOOSERS):
        return field.as_widget()
    if isinstance(widget, forms.CheckboxInput):
        look = "form-check-input"
    elif isinstance(widget, forms.Select):
        look = "form-select"
    else:
        look = "form-control"
    classes = f"{widget.attrs.get('class', '')} {look}".strip()
    return field.as_widget(attrs={"class": classes})
