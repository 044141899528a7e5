"""Issued papers and their numbers come from the targets, table and all, so that every app below can issue papers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """In words only: the tables stay where they are until 0003 renames them."""

    dependencies = [("evidence", "0001_initial"), ("targets", "0002_papers_never_change")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="IssuedPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                        ),
                        ("number", models.CharField(max_length=60, unique=True, verbose_name="编号")),
                        ("docx", models.BinaryField(verbose_name="文档")),
                        ("docx_sha256", models.CharField(max_length=64, verbose_name="文档指纹")),
                        ("pdf", models.BinaryField(verbose_name="版式文件")),
                        ("pdf_sha256", models.CharField(max_length=64, verbose_name="版式文件指纹")),
                        ("issued_on", models.DateField(verbose_name="印发日期")),
                    ],
                    options={
                        "verbose_name": "印发件",
                        "verbose_name_plural": "印发件",
                        "db_table": "targets_issuedpaper",
                    },
                ),
                migrations.CreateModel(
                    name="NumberSeries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                        ),
                        ("series", models.CharField(max_length=40, verbose_name="字号")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                        ("last", models.PositiveIntegerField(default=0, verbose_name="最后编号")),
                    ],
                    options={
                        "verbose_name": "文号",
                        "verbose_name_plural": "文号",
                        "db_table": "targets_numberseries",
                        "constraints": [models.UniqueConstraint(fields=("series", "year"), name="series_once")],
                    },
                ),
            ],
        ),
    ]
