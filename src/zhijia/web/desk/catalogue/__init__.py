"""The catalogue on screen (制度目录): every procedure as sentences, two editions side by side, new editions by two persons."""

from django.urls import path

from zhijia.web.desk.catalogue.drafts import approve, draft, hand_in, refuse
from zhijia.web.desk.catalogue.pages import compared, edition, editions_page

urlpatterns = [
    path("catalogue/", editions_page, name="catalogue"),
    path("catalogue/hand-in/", hand_in, name="catalogue-hand-in"),
    path("catalogue/drafts/<int:draft>/", draft, name="catalogue-draft"),
    path("catalogue/drafts/<int:draft>/approve/", approve, name="catalogue-approve"),
    path("catalogue/drafts/<int:draft>/refuse/", refuse, name="catalogue-refuse"),
    path("catalogue/<str:edition>/", edition, name="catalogue-edition"),
    path("catalogue/<str:edition>/beside/<str:other>/", compared, name="catalogue-compare"),
]
