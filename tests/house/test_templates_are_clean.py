"""Templates: no inline script or style (the content policy would block it), no untranslated word, no typed figure."""

import ast
import re

from tests.house.sources import CHINESE, PACKAGE, calls, modules, templates
from tests.house.test_sentences_can_be_translated import MARKS

INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)(?![^>]*type=[\"']application/json)[^>]*>|<style|\sstyle\s*=|\son[a-z]+\s*=|\shx-on|javascript:",
    re.IGNORECASE,
)
TRANSLATED = re.compile(
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{%\s*trans(?:late)?\s+(\"[^\"]*\"|'[^']*')[^%]*%}"
    r"|\b_\((\"[^\"]*\"|'[^']*')\)",
    re.DOTALL,
)
# What a date may look like; everything else with a digit in it has to come from a row, a parameter or the catalogue.
EXAMPLES = re.compile(r"2014-07-01|20140701")
TYPED = re.compile(r"\d+(?:\.\d+)?\s*(?:%(?!\()|％|家|人|份|个单位|名|万元|元)")
# A language's own name is written in that language, and a sign that is not read aloud is a picture.
OWN_NAME = re.compile(r"<(\w+)[^>]*\b(?:lang=\"zh-hans\"|aria-hidden=\"true\")[^>]*>[^<]*</\1>")
TAGS = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
MARKUP = re.compile(r"{{.*?}}|{%.*?%}|<[^>]*>", re.DOTALL)
COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*?$|\s//\s.*?$", re.DOTALL | re.MULTILINE)


def test_no_inline_script_style_or_handler() -> None:
    """Own scripts are files; styles are classes."""
    found = [f"{name}: {hit[0].strip()}" for name, text in templates() for hit in INLINE.finditer(TAGS.sub("", text))]
    assert found == []


def test_every_chinese_word_is_marked_for_translation() -> None:
    """Inside translate, blocktranslate or _("...")."""
    found = [
        f"{name}: {line.strip()[:80]}"
        for name, text in templates()
        for line in OWN_NAME.sub("", TRANSLATED.sub("", text)).splitlines()
        if CHINESE.search(line)
    ]
    assert found == []


def test_no_digit_is_typed_in_a_template() -> None:
    """A number comes from an indicator, a row, a parameter or the catalogue, never from a template."""
    found = []
    for name, text in templates():
        words = " ".join(hit[1] or hit[2] or hit[0] for hit in TRANSLATED.finditer(text))
        for shown in (words, MARKUP.sub(" ", TRANSLATED.sub(" ", text))):
            plain = EXAMPLES.sub("", MARKUP.sub(" ", shown))
            found += [f"{name}: {line.strip()[:80]}" for line in plain.splitlines() if re.search(r"\d", line)]
    assert found == []


def test_no_count_is_typed_in_a_sentence_of_the_pages() -> None:
    """Nor from the code behind a template."""
    found = [
        f"{module.name}:{call.lineno} {one.value[:60]}"
        for module in modules("src/zhijia/web")
        for name, call in calls(module)
        if name in MARKS
        for one in call.args
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and TYPED.search(one.value)
    ]
    assert found == []


def test_own_scripts_carry_no_chinese() -> None:
    """Words reach a script through data attributes of the page, translated there."""
    scripts = sorted((PACKAGE / "web" / "static" / "zhijia").rglob("*.js"))
    found = [path.name for path in scripts if CHINESE.search(COMMENTS.sub("", path.read_text(encoding="utf-8")))]
    assert found == []
