"""Evidence files: upload, download, removal."""

urlpatterns: list[object] = []
