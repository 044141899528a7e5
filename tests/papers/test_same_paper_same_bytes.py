"""An issued paper is reproduced byte for byte, in another process and on another day."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.papers.samples import bulletin_data
from zhijia.papers.docx import to_docx
from zhijia.papers.fonts import FontSet
from zhijia.papers.pdf import to_pdf
from zhijia.papers.skeletons import quarterly_bulletin
from zhijia.papers.wording import House

AGAIN = """
from hashlib import sha256
from decimal import Decimal
from pathlib import Path
from tests.papers.samples import bulletin_data
from zhijia.papers.docx import to_docx
from zhijia.papers.fonts import choose_fonts
from zhijia.papers.lexicon import load_lexicon
from zhijia.papers.pdf import to_pdf
from zhijia.papers.skeletons import quarterly_bulletin
from zhijia.papers.wording import House, Scale
scale = Scale(Decimal("0.9"), Decimal("0.8"), Decimal(3), Decimal(30), Decimal(4))
paper = quarterly_bulletin(bulletin_data(), House(load_lexicon(Path("catalogue/papers/lexicon.yaml")), scale))
print(sha256(to_docx(paper)).hexdigest(), sha256(to_pdf(paper, choose_fonts())).hexdigest())
"""


def test_another_process_writes_the_same_bytes(fonts: FontSet, house: House) -> None:
    root = Path(__file__).parents[2]
    paper = quarterly_bulletin(bulletin_data(), house)
    here = [sha256(to_docx(paper)).hexdigest(), sha256(to_pdf(paper, fonts)).hexdigest()]
    for seed in ("1", "2"):
        environment = {"PYTHONPATH": f"{root / 'src'}:{root}", "PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [sys.executable, "-c", AGAIN], cwd=root, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == here


def test_one_changed_figure_changes_the_bytes(house: House) -> None:
    first = to_docx(quarterly_bulletin(bulletin_data(), house))
    second = to_docx(quarterly_bulletin(bulletin_data(number="临工发〔2026〕22号"), house))
    assert first != second
