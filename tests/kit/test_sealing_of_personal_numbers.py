"""Sealed numbers open only with the right key, for the right field, unaltered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhijia.kit.bad_input import BadInput
from zhijia.kit.crypto import Keyring, SealBroken

OLD, NEW, HASH = bytes(range(32)), bytes(range(1, 33)), bytes(range(2, 34))


def counting() -> Callable[[int], bytes]:
    """Nonces 1, 2, 3 ... so that a sealed text can be foretold."""
    count = 0

    def nonce(size: int) -> bytes:
        nonlocal count
        count += 1
        return count.to_bytes(size, "big")

    return nonce


@given(st.text())
def test_what_is_sealed_opens_again(plain: str) -> None:
    ring = Keyring([NEW], HASH)
    sealed = ring.seal(plain, "member.id_number")
    assert ring.open_(sealed, "member.id_number") == plain
    assert sealed.startswith("z1.")


def test_the_same_number_never_seals_twice_alike() -> None:
    ring = Keyring([NEW], HASH)
    assert ring.seal("320924199001010012", "member") != ring.seal("320924199001010012", "member")


def test_an_injected_nonce_makes_sealing_repeatable() -> None:
    first, second = Keyring([NEW], HASH, counting()), Keyring([NEW], HASH, counting())
    assert first.seal("甲", "x") == second.seal("甲", "x")


def test_another_field_another_key_and_altered_text_do_not_open() -> None:
    ring = Keyring([NEW], HASH)
    sealed = ring.seal("320924199001010012", "member")
    altered = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    for keys, text, context in [
        ([NEW], sealed, "household"),
        ([OLD], sealed, "member"),
        ([NEW], altered, "member"),
        ([NEW], sealed[:30], "member"),
        ([NEW], sealed + "\n", "member"),
        ([NEW], "320924199001010012", "member"),
        ([NEW], "z1..", "member"),
        ([NEW], "", "member"),
    ]:
        with pytest.raises(SealBroken, match="请核对密钥文件"):
            Keyring(keys, HASH).open_(text, context)


def test_old_rows_stay_readable_after_a_new_key() -> None:
    sealed = Keyring([OLD], HASH).seal("甲", "x")
    both = Keyring([NEW, OLD], HASH)
    assert both.open_(sealed, "x") == "甲"
    assert both.needs_resealing(sealed)
    assert not both.needs_resealing(both.seal("甲", "x"))


def test_the_digest_finds_equals_within_one_field_only() -> None:
    ring, stranger = Keyring([NEW], HASH), Keyring([NEW], OLD)
    digest = ring.digest("320924199001010012", "member")
    assert len(digest) == 64
    assert digest == Keyring([OLD], HASH).digest("320924199001010012", "member")
    assert digest != ring.digest("320924199001010012", "household")
    assert digest != stranger.digest("320924199001010012", "member")


@pytest.mark.parametrize(("keys", "hash_key"), [([], HASH), ([b"short"], HASH), ([NEW], b"")])
def test_keys_of_a_wrong_length_are_refused(keys: list[bytes], hash_key: bytes) -> None:
    with pytest.raises(BadInput, match="32 字节"):
        Keyring(keys, hash_key)
