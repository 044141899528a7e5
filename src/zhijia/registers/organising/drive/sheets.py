"""How sheets of rounds and of other offices' lists are read."""

from zhijia.registers.base.imports.importing import Importing, govern


class RoundSheets(Importing):
    """Rounds: a committee begins one a day."""

    short = "rounds"
    levels = ("committee",)
    identities = (("organisation_id", "starts_on"),)


class ListedSheets(Importing):
    """Lists of other offices: the same workplace from the same office on the same day is one line."""

    short = "lists"
    levels = ("committee",)
    identities = (("source", "received_on", "uscc"), ("source", "received_on", "organisation_id", "name"))
    past = frozenset({"received_on"})
    aliases = {"organisation": ("所属工委", "所属镇区", "镇区", "所在镇区", "主管工会", "上级工会", "街道")}


def announce_drive_sheets() -> None:
    """Tell the import how these registers are read."""
    govern("organising.round", RoundSheets())
    govern("organising.listed", ListedSheets())
