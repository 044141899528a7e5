"""The tests' own home and day, set before Django's settings are read (loaded by pytest with -p)."""

import os
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="zhijia-test-"))
(HOME / "static").mkdir()
os.environ["ZHIJIA_HOME"] = str(HOME)
os.environ["ZHIJIA_TODAY"] = "2014-07-10"
