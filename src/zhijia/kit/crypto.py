"""Sealing of personal numbers at rest, and the keyed hash by which a sealed number can still be found.

Sealed text is AES-256-GCM (NIST SP 800-38D, 96-bit random nonce) bound to a context, the name of the field
it belongs to, so a value moved to another field or record kind does not open. The prefix names version and key,
so keys can be replaced one after another while old rows stay readable.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from binascii import b2a_base64
from collections.abc import Callable, Sequence
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from zhijia.kit.bad_input import BadInput
from zhijia.kit.problem import gettext_noop

KEY_BYTES = 32
NONCE_BYTES = 12
HASH_BLOCK = 64
VERSION = "z1"

_BAD_KEY = gettext_noop("密钥长度不正确：应为 32 字节，请检查密钥文件。")
_CANNOT_OPEN = gettext_noop("加密数据无法解开：密钥不符或数据已被改动，请核对密钥文件后再试。")


class SealBroken(BadInput):
    """A sealed text that does not open: another key, another context, or altered bytes."""

    def __init__(self) -> None:
        super().__init__("seal_broken", _CANNOT_OPEN)


class Keyring:
    """Keys of one county. The first seal key seals; every seal key opens; the digest key must never change.

    `nonce` gives that many unpredictable bytes; it is an argument for tests only. A repeated nonce under one
    key betrays the sealed texts, so nothing seeded may ever be used with keys of a real county.
    """

    __slots__ = ("_boxes", "_inner", "_nonce", "_outer", "_prefix", "_sealing")

    def __init__(
        self, seal_keys: Sequence[bytes], digest_key: bytes, nonce: Callable[[int], bytes] = os.urandom
    ) -> None:
        if not seal_keys or any(len(key) != KEY_BYTES for key in (*seal_keys, digest_key)):
            raise BadInput("bad_key", _BAD_KEY)
        self._boxes = {_name_of(key): AESGCM(key) for key in seal_keys}
        self._sealing = AESGCM(seal_keys[0])
        self._prefix = f"{VERSION}.{_name_of(seal_keys[0])}."
        self._inner, self._outer = sha256(_padded(digest_key, 0x36)), sha256(_padded(digest_key, 0x5C))
        self._nonce = nonce

    def seal(self, plain: str, context: str) -> str:
        """Sealed text 'z1.<key>.<base64>', safe in any text column: 4/3 of the plain length plus about 50 signs."""
        nonce = self._nonce(NONCE_BYTES)
        body = nonce + self._sealing.encrypt(nonce, plain.encode(), context.encode())
        return self._prefix + b64encode(body).decode("ascii")

    def seal_many(self, plains: Sequence[str], context: str) -> list[str]:
        """As `seal` for each; the nonces are drawn at once, for this call alone."""
        nonces, bound, encrypt = self._nonce(NONCE_BYTES * len(plains)), context.encode(), self._sealing.encrypt
        sealed = []
        for at, plain in enumerate(plains):
            nonce = nonces[NONCE_BYTES * at : NONCE_BYTES * (at + 1)]
            sealed.append(
                self._prefix + b2a_base64(nonce + encrypt(nonce, plain.encode(), bound), newline=False).decode()
            )
        return sealed

    def open_(self, sealed: str, context: str) -> str:
        """The plain text again; raises SealBroken for a wrong key, wrong context or altered text."""
        try:
            version, name, body = sealed.split(".", 2)
            raw = b64decode(body, validate=True)
            if version != VERSION or len(raw) <= NONCE_BYTES:
                raise SealBroken
            opened = self._boxes[name].decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode())
            return opened.decode()
        except (InvalidTag, KeyError, BadBase64, ValueError) as broken:
            raise SealBroken from broken

    def seal_bytes(self, plain: bytes, context: str) -> bytes:
        """Sealed bytes for files: prefix, nonce, ciphertext; about 40 bytes longer than the plain ones."""
        nonce = self._nonce(NONCE_BYTES)
        return self._prefix.encode() + nonce + self._sealing.encrypt(nonce, plain, context.encode())

    def open_bytes(self, sealed: bytes, context: str) -> bytes:
        """The plain bytes again; raises SealBroken as `open_` does."""
        try:
            version, name, body = sealed.split(b".", 2)
            if version != VERSION.encode():
                raise SealBroken
            return self._boxes[name.decode()].decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], context.encode())
        except (InvalidTag, KeyError, ValueError) as broken:
            raise SealBroken from broken

    def digest(self, plain: str, context: str) -> str:
        """HMAC-SHA256, 64 hex digits: equal plain texts of one context give equal digests."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(f"{context}\0{plain}".encode())
        outer.update(inner.digest())
        return outer.hexdigest()

    def needs_resealing(self, sealed: str) -> bool:
        """Was it sealed with an older key than the first?"""
        return not sealed.startswith(self._prefix)


def _padded(key: bytes, pad: int) -> bytes:
    """A key as HMAC (RFC 2104) feeds it to the hash first. Kept half-way, it costs half of a ready-made HMAC."""
    return bytes(byte ^ pad for byte in key.ljust(HASH_BLOCK, b"\0"))


def _name_of(key: bytes) -> str:
    """Eight hex digits that tell keys apart and betray nothing about them."""
    return sha256(b"zhijia key name\0" + key).hexdigest()[:8]
