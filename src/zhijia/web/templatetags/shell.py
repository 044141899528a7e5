"""Words of the frame and of the shared components, known in every template."""

from django import template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from zhijia.web.components.control import control_html
from zhijia.web.components.icon import icon_html
from zhijia.web.components.light import light_html
from zhijia.web.components.pager import Pager, pager_of

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "home" %}: a drawing of the sprite."""
    return icon_html(name)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """{% control field %}: the widget of a form field in the kit's look."""
    return control_html(field)


@register.simple_tag
def light(name: str, word: str = "") -> SafeString:
    """{% light "yellow" %} or {% light "blue" "剩余5天" %}: shape, word and colour."""
    return light_html(name, word)


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: template.Context, page: object) -> dict[str, Pager]:
    """{% pager page %}: links to the other pages of a list, keeping the rest of the address."""
    return {"pager": pager_of(page, context["request"].GET)}  # type: ignore[arg-type]
