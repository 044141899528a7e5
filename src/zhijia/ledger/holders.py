"""Who holds a standing or receives a payment: an organisation, or a living row of a register."""

from zhijia.orgs.models import Organisation
from zhijia.registers.base.models import Fact
from zhijia.registers.base.register import register_for

Holder = Fact | Organisation


def register_key(holder: Holder) -> str:
    """The register a holder stands in; '' for an organisation."""
    return "" if isinstance(holder, Organisation) else register_for(type(holder)).key


def entity_of(holder: Holder) -> int:
    """The holder's number: that of the organisation, or of the living row."""
    return int(holder.pk) if isinstance(holder, Organisation) else holder.entity


def place_of(holder: Holder) -> Organisation:
    """The organisation a holder is, or belongs to."""
    return holder if isinstance(holder, Organisation) else holder.organisation


def name_of(holder: Holder) -> str:
    """The name as it stands that day."""
    if isinstance(holder, Organisation):
        return str(holder.name)
    return register_for(type(holder)).title(holder)[:120]
