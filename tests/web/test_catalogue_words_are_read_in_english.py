"""Who reads in English meets the catalogue's words in English on every page; the county's papers stay Chinese."""

from collections.abc import Callable

from django.test import Client
from lxml import html as markup

from tests.web.doors import doors
from tests.world import World
from zhijia.bulletins.models import Bulletin
from zhijia.orgs.models import Organisation
from zhijia.schemes.catalogue import catalogue
from zhijia.schemes.words import shown_words, without_english

Enter = Callable[[World, str], Client]
# Papers are Chinese in either language, and so are names of papers and what a person wrote (data-written).
CHINESE_BLOCKS = ("paper-preview", "paper", "clause-words", "plan-text")


def reading_english(enter: Enter, world: World, key: str) -> Client:
    """A person who chose English."""
    client = enter(world, key)
    world.post[key].user.__class__.objects.filter(pk=world.post[key].user_id).update(language="en")
    return client


def test_every_word_has_its_english() -> None:
    """Of the shipped catalogue; each is named with its file by `zhijia catalogue check`."""
    lacking = {word: place for place, word in without_english(catalogue())}
    assert lacking == {}


def test_no_page_shows_a_word_of_the_catalogue_in_chinese(planned: World, circular: Bulletin, enter: Enter) -> None:
    """Walk all pages: no element's text is a word of the catalogue."""
    names = set(Organisation.objects.values_list("name", flat=True))
    words = {word for _, word in shown_words(catalogue())} - names
    for person in ("chair", "office", "organiser", "hede", "clerk"):
        client, seen = reading_english(enter, planned, person), 0
        for door in doors():
            answer = client.get(door.url(planned))
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and answer.content.strip():
                seen += 1
                left = words & set(texts(markup.fromstring(answer.content.decode())))
                assert not left, (person, door.name, left)
        assert seen >= 4


def texts(page: markup.HtmlElement) -> list[str]:
    """What each element says by itself, papers left out."""
    said = []
    for node in page.iter():
        around = (node, *node.iterancestors())
        kinds = {kind for one in around for kind in (one.get("class") or "").split()}
        written = any(one.get("data-written") is not None for one in around)
        if isinstance(node.tag, str) and not written and kinds.isdisjoint(CHINESE_BLOCKS):
            said += [part.strip() for part in (node.text, *(child.tail for child in node)) if part]
    return said


def test_the_paper_stays_chinese(planned: World, circular: Bulletin, enter: Enter) -> None:
    """The preview of a circular reads the same in either language."""
    page = reading_english(enter, planned, "chair").get(f"/bulletins/{circular.pk}/").content.decode()
    assert "新建工会" in page and "Overview" not in page.split('class="paper')[-1]
