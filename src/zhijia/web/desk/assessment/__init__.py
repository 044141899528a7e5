"""Star programme on screen: all unions scored, one union's sheet."""

from django.urls import path

from zhijia.web.desk.assessment.programme import programme
from zhijia.web.desk.assessment.sheet import sheet

urlpatterns = [
    path("stars/", programme, name="stars"),
    path("stars/<int:organisation>/", sheet, name="star-sheet"),
]
