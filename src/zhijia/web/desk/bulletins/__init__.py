"""Circulars (通报): the list, writing with the numbers already true, freezing, issuing, restating."""

from django.urls import path

from zhijia.web.desk.bulletins.issued import paper, restatement
from zhijia.web.desk.bulletins.pages import attachments, bulletin, bulletins
from zhijia.web.desk.bulletins.writing import draft, freeze, issue, write

urlpatterns = [
    path("bulletins/", bulletins, name="bulletins"),
    path("bulletins/new/", draft, name="bulletin-draft"),
    path("bulletins/<int:number>/", bulletin, name="bulletin"),
    path("bulletins/<int:number>/attachments/", attachments, name="bulletin-attachments"),
    path("bulletins/<int:number>/write/", write, name="bulletin-write"),
    path("bulletins/<int:number>/freeze/", freeze, name="bulletin-freeze"),
    path("bulletins/<int:number>/issue/", issue, name="bulletin-issue"),
    path("bulletins/<int:number>/paper.<slug:kind>", paper, name="bulletin-paper"),
    path("bulletins/<int:number>/restatement/", restatement, name="restatement"),
]
