"""The members' own pages (我的), made for a telephone: sign in, membership, applying, papers, payments, notices."""

from django.urls import path

from zhijia.web.member.door import again, code, enter, password_door
from zhijia.web.member.home import home, notices, password
from zhijia.web.member.joining import join, paper
from zhijia.web.member.payments import confirm, payments

urlpatterns = [
    path("my/", home, name="my"),
    path("my/enter/", enter, name="my-enter"),
    path("my/enter/code/", code, name="my-code"),
    path("my/enter/again/", again, name="my-again"),
    path("my/enter/password/", password_door, name="my-password-door"),
    path("my/password/", password, name="my-password"),
    path("my/join/", join, name="my-join"),
    path("my/applications/<int:application>/paper/", paper, name="my-paper"),
    path("my/payments/", payments, name="my-payments"),
    path("my/payments/<int:payment>/confirm/", confirm, name="my-confirm"),
    path("my/notices/", notices, name="my-notices"),
]
