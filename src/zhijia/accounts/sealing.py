"""The keyring of this installation: how sensitive columns are closed, opened and found again."""

import functools

from django.conf import settings

from zhijia.kit.crypto import Keyring


@functools.cache
def keyring() -> Keyring:
    """Keys made from the installation's field key, once per process."""
    return Keyring([settings.FIELD_KEY], settings.DIGEST_KEY)
