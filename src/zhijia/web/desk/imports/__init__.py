"""Imports (导入) on screen: send a sheet in, see what was understood, set right, confirm, take back."""

from django.urls import path

from zhijia.web.desk.imports.check import batch, check
from zhijia.web.desk.imports.finish import commit_batch, drop_batch, progress_of_batch, undo_batch
from zhijia.web.desk.imports.handouts import empty_form, rejected
from zhijia.web.desk.imports.start import imports, upload

urlpatterns = [
    path("imports/", imports, name="imports"),
    path("imports/upload/", upload, name="import-upload"),
    path("imports/template/<str:key>/", empty_form, name="import-template"),
    path("imports/<int:number>/", batch, name="import"),
    path("imports/<int:number>/check/", check, name="import-check"),
    path("imports/<int:number>/rejected/", rejected, name="import-rejected"),
    path("imports/<int:number>/commit/", commit_batch, name="import-commit"),
    path("imports/<int:number>/progress/", progress_of_batch, name="import-progress"),
    path("imports/<int:number>/undo/", undo_batch, name="import-undo"),
    path("imports/<int:number>/drop/", drop_batch, name="import-drop"),
]
