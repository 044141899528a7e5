"""A circular names its issued paper where papers now live; nothing moves in the database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """In words only."""

    dependencies = [("bulletins", "0001_initial"), ("evidence", "0002_issued_papers")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="bulletin",
                    name="paper",
                    field=models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletin",
                        to="evidence.issuedpaper",
                    ),
                ),
            ],
        ),
    ]
