"""One-time codes of the sign-in: how their secret is kept and shown once."""

import io

import segno
from allauth.mfa.adapter import DefaultMFAAdapter

from zhijia.registers.base.sealing import keyring

SEALED_AS = "one-time-code"


class CodeAdapter(DefaultMFAAdapter):
    """One-time codes: their secret is sealed at rest, the QR picture is plain SVG."""

    def encrypt(self, text: str) -> str:
        """Sealed with the key of personal numbers."""
        return keyring().seal(text, SEALED_AS)

    def decrypt(self, encrypted_text: str) -> str:
        """Opened again; SealBroken when the key is another."""
        return keyring().open_(encrypted_text, SEALED_AS)

    def build_totp_svg(self, url: str) -> str:
        """The picture a code program scans."""
        buffer = io.BytesIO()
        segno.make(url, error="m").save(buffer, kind="svg", scale=4, border=4, svgns=True)
        return buffer.getvalue().decode()
