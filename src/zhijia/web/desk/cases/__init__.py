"""Cases (办件): lists, the page of one case, its acts, its papers, delegation."""

from django.urls import path

from zhijia.web.desk.cases.acts import send_back, step, upload
from zhijia.web.desk.cases.changing import change
from zhijia.web.desk.cases.closing import answer, appeal, end, hear
from zhijia.web.desk.cases.delegation import delegations, give, take
from zhijia.web.desk.cases.list import cases
from zhijia.web.desk.cases.opening import new
from zhijia.web.desk.cases.page import case, paper
from zhijia.web.desk.cases.panels import give_score, seat, stand_back
from zhijia.web.desk.cases.publishing import publish

urlpatterns = [
    path("cases/", cases, name="cases"),
    path("cases/new/<slug:procedure>/", new, name="case-new"),
    path("cases/delegations/", delegations, name="delegations"),
    path("cases/delegations/give/", give, name="delegation-give"),
    path("cases/delegations/<int:delegation>/end/", take, name="delegation-end"),
    path("cases/<int:case>/", case, name="case"),
    path("cases/<int:case>/step/", step, name="case-step"),
    path("cases/<int:case>/evidence/", upload, name="case-evidence"),
    path("cases/<int:case>/return/", send_back, name="case-return"),
    path("cases/<int:case>/change/", change, name="case-change"),
    path("cases/<int:case>/end/", end, name="case-end"),
    path("cases/<int:case>/appeal/", appeal, name="case-appeal"),
    path("cases/<int:case>/hear/", hear, name="case-hear"),
    path("cases/<int:case>/publish/", publish, name="case-publish"),
    path("cases/<int:case>/objections/<int:objection>/", answer, name="case-answer"),
    path("cases/<int:case>/panel/", seat, name="case-panel"),
    path("cases/<int:case>/score/", give_score, name="case-score"),
    path("cases/<int:case>/recuse/", stand_back, name="case-recuse"),
    path("cases/<int:case>/papers/<int:paper>.<slug:form>", paper, name="case-paper"),
]
