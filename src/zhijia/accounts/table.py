"""The permission table of the catalogue, asked by role and verb; an unknown word stops at once."""

from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.roles import Role


class UnknownVerb(LookupError):
    """A verb or role that roles.yaml does not know: a programming fault, not a person's."""


def role_of(key: str) -> Role:
    """The role's row; UnknownVerb when the table has none."""
    try:
        return catalogue().roles.roles[key]
    except KeyError:
        raise UnknownVerb(key) from None


def role_label(key: str) -> str:
    """The role in Chinese."""
    return role_of(key).label


def verb_label(verb: str) -> str:
    """What a verb means; UnknownVerb when the table has none."""
    try:
        return catalogue().roles.verbs[verb]
    except KeyError:
        raise UnknownVerb(verb) from None
