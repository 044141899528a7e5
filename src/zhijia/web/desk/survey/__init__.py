"""The survey (摸排) on screen: rounds with their coverage, workplaces by urgency, the form on a phone, lists compared."""

from django.urls import path

from zhijia.web.desk.survey.lists import decide, lists, many, undo
from zhijia.web.desk.survey.rounds import close, new, one_round, rounds
from zhijia.web.desk.survey.visits import upload, visits

urlpatterns = [
    path("survey/", rounds, name="survey"),
    path("survey/new/", new, name="survey-new"),
    path("survey/lists/", lists, name="survey-lists"),
    path("survey/lists/many/", many, name="survey-lists-many"),
    path("survey/lists/<int:listed>/", decide, name="survey-listed"),
    path("survey/lists/<int:listed>/undo/", undo, name="survey-listed-undo"),
    path("survey/<int:round>/", one_round, name="survey-round"),
    path("survey/<int:round>/close/", close, name="survey-close"),
    path("survey/<int:round>/visits/", visits, name="survey-visits"),
    path("survey/<int:round>/upload/", upload, name="survey-upload"),
]
