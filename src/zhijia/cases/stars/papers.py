"""The papers a rating draws up: application form, naming notice, list of plaques (F3-02, F3-07, F3-08)."""

from collections.abc import Mapping

from zhijia.assessment.queries.scores import score_of
from zhijia.cases.procedures import Act, Draw, drawn
from zhijia.cases.stars.effects import LEVELS, sheet
from zhijia.orgs.models import Organisation
from zhijia.orgs.queries import root
from zhijia.papers.skeletons.stars import StarFacts, application, naming, plaque_list
from zhijia.schemes.catalogue import catalogue

STARS = "standing-level"


def facts_of(act: Act) -> StarFacts:
    """Everything the three papers may print, in the words of the catalogue."""
    edition = sheet(act)
    one = score_of(act.by, act.row.organisation_id, act.on, edition)
    star = str(act.answers.get("star") or act.answers.get("target", ""))
    band = next((band for band in edition.bands if str(band.star) == star), None)
    above = Organisation.objects.get_parent(act.row.organisation)
    rows = [line for line in one.sheet.lines if line.applies]
    return StarFacts(
        county=root().name,
        dated=act.on,
        number=act.number,
        union=act.row.name,
        above=above.name if above is not None else root().name,
        star=catalogue().codes[STARS].entries[LEVELS[int(star)]].label,
        home=band.title if band is not None else "",
        total=str(one.sheet.total),
        account=str(act.answers.get("account", "")),
        criteria=tuple((line.criterion.key, line.criterion.title, str(line.most), str(line.points)) for line in rows),
    )


DRAWN: Mapping[str, Draw] = {
    "application": drawn(application, facts_of),
    "naming": drawn(naming, facts_of),
    "plaque": drawn(plaque_list, facts_of),
}
