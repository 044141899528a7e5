"""One small copy of the demo county for the whole module, rolled back afterwards."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from zhijia.evidence import papers
from zhijia.project.demo.dice import SEED
from zhijia.project.demo.make import Demo, make_demo
from zhijia.project.demo.sizes import sizes_at

SCALE = 0.02


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Demo]:
    """The county at a fiftieth of its size. Its orders are set as .docx only: the PDF engine has tests of its own."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(papers, "to_pdf", lambda paper, fonts: b"%PDF-")
        yield make_demo(seed=SEED, sizes=sizes_at(SCALE))
        transaction.set_rollback(True)
