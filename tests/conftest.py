"""Fixtures every room shares: the small world, a signed-in browser for each of its people, fixed keys and day."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from tests.world import World, fill, make_world


@pytest.fixture(autouse=True)
def chinese() -> None:
    """Each test begins in Chinese."""
    translation.activate("zh-hans")


@pytest.fixture(autouse=True)
def plain_storage(settings: object) -> None:
    """Static addresses without a manifest and quick password hashes; neither is what is tested."""
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture
def world(db: None) -> World:
    """The county, its people, no facts."""
    return make_world()


@pytest.fixture
def county(db: None) -> World:
    """The county with its facts."""
    return fill(make_world())


@pytest.fixture
def enter(client: Client) -> Callable[[World, str], Client]:
    """Sign a person of the world in: enter(world, 'hede')."""

    def sign_in(world: World, key: str) -> Client:
        client.force_login(world.post[key].user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent
