"""`zhijia bulletin compose | issue | verify`: circulars without a browser."""

from typing import Any

from django.core.management.base import CommandParser

from zhijia.bulletins.actions import draft_bulletin, freeze_figures, issue_bulletin
from zhijia.bulletins.queries import Bulletin, content_of, paper_of
from zhijia.bulletins.verifying import verify_bulletins
from zhijia.kit.period import Period
from zhijia.kit.problem import NotFound, Problem, gettext_noop
from zhijia.papers.paper import full_text
from zhijia.project.acting import acting_post
from zhijia.project.command import Command as Base
from zhijia.web import clock

NO_DRAFT = gettext_noop("%(period)s没有待签发的通报草稿，请先运行 zhijia bulletin compose。")
ALTERED = gettext_noop("有%(count)s份通报与签发时不一致：%(numbers)s。")


class Command(Base):
    """Compose, issue, verify."""

    help = "circulars: compose a draft, issue it, verify the issued ones"

    def arguments(self, parser: CommandParser) -> None:
        """What to do, for which period, in whose name."""
        parser.add_argument("deed", choices=["compose", "issue", "verify"])
        parser.add_argument("--period", help="2014-Q2")
        parser.add_argument("--layout", default="quarterly")
        parser.add_argument("--as", dest="username", default="", help="sign-in name of the acting person")

    def work(self, **options: Any) -> Any:
        """The deed named."""
        if options["deed"] == "verify":
            return self._verify()
        now = clock.now()
        post = acting_post(options["username"], now.date())
        period = Period.parse(options["period"] or "")
        drafts = Bulletin.objects.filter(layout=options["layout"], period=period.key, issued_at__isnull=True)
        draft = drafts.first()
        if options["deed"] == "compose":
            draft = draft or draft_bulletin(layout=options["layout"], period=period, by=post, on=now.date(), at=now)
            draft = freeze_figures(bulletin=draft, by=post, on=now.date(), at=now)
            text = full_text(paper_of(content_of(draft, now.date()), now.date()))
            return {"id": draft.pk, "title": draft.title, "content": draft.content_hash, "text": text}
        if draft is None:
            raise NotFound(NO_DRAFT, period=period.label)
        issued = issue_bulletin(bulletin=draft, by=post, on=now.date(), at=now)
        assert issued.paper is not None
        return {"number": issued.number, "docx": issued.paper.docx_sha256, "pdf": issued.paper.pdf_sha256}

    def _verify(self) -> Any:
        """Every issued circular set again from its stored content; exit code 1 when one comes out otherwise."""
        found = verify_bulletins()
        wrong = [one.number for one in found if not one.same]
        if wrong:
            raise Problem(ALTERED, count=len(wrong), numbers="、".join(wrong))
        return [{"number": one.number, "same": one.same, "docx": one.docx[:16]} for one in found]
