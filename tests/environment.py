"""The tests' own home and day, set before Django's settings are read (loaded by pytest with -p)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="zhijia-test-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
(HOME / "static").mkdir()
os.environ["ZHIJIA_HOME"] = str(HOME)
os.environ["ZHIJIA_TODAY"] = "2014-07-10"
