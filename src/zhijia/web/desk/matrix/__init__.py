"""The wall chart (目标矩阵): committees in rows, targets in columns, every cell a door."""

from django.urls import path

from zhijia.web.desk.matrix.views import export, matrix, units

urlpatterns = [
    path("matrix/", matrix, name="matrix"),
    path("matrix/export/", export, name="matrix-export"),
    path("matrix/<int:organisation>/", units, name="matrix-units"),
]
