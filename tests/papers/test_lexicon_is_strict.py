"""The lexicon: limits come from the county's dated parameters, and a misspelt key is named with its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.papers.conftest import LEXICON
from zhijia.papers.lexicon import Lexicon, load_lexicon
from zhijia.papers.wording import house_on
from zhijia.schemes.errors import CatalogueError
from zhijia.schemes.load import load_file
from zhijia.schemes.parameters import ParameterFile

TARGETS = LEXICON.parents[1] / "parameters" / "targets.yaml"


def test_limits_are_those_of_the_parameters_in_force(lexicon: Lexicon) -> None:
    parameters = load_file(TARGETS, ParameterFile).parameters
    scale = house_on(lexicon, parameters, date(2026, 7, 1)).scale
    assert (scale.slightly_behind, scale.far_behind) == (Decimal("0.9"), Decimal("0.8"))
    assert (scale.marked_rise, scale.uneven_spread, scale.least_group) == (3, 30, 4)


def test_misspelt_key_names_file_line_and_key(tmp_path: Path) -> None:
    wrong = tmp_path / "lexicon.yaml"
    wrong.write_text(LEXICON.read_text(encoding="utf-8").replace("burdens:", "burden:"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"lexicon\.yaml") as caught:
        load_lexicon(wrong)
    assert "burdens" in str(caught.value)


def test_every_kind_of_closing_passes_the_kind_it_belongs_to(lexicon: Lexicon) -> None:
    for kind in lexicon.kinds.values():
        assert not [bad for bad in kind.forbidden if any(bad in closing for closing in kind.closings)]
