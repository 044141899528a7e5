"""An order names its issued paper where papers now live; nothing moves in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """In words only."""

    dependencies = [
        ("targets", "0002_papers_never_change"),
        ("evidence", "0002_issued_papers"),
        ("bulletins", "0002_papers_move_to_evidence"),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="order",
                    name="paper",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="order",
                        to="evidence.issuedpaper",
                        verbose_name="印发件",
                    ),
                ),
                migrations.DeleteModel(name="IssuedPaper"),
                migrations.DeleteModel(name="NumberSeries"),
            ],
        ),
    ]
