"""The keyring of this installation, where the registers look for it."""

from zhijia.accounts.sealing import keyring

__all__ = ["keyring"]
