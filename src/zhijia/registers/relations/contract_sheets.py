"""How a sheet of collective contracts is read: one contract of a kind for one workplace from one day is one line."""

from zhijia.registers.base.imports.importing import Importing, govern


class ContractSheets(Importing):
    """The same contract sent twice is taken once."""

    short = "contracts"
    identities = (("employer_id", "kind", "effective_on"),)
    past = frozenset({"signed_on"})


def announce_sheets() -> None:
    """Tell the import how this register is read."""
    govern("relations.contract", ContractSheets())
