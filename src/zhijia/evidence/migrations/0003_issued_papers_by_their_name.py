"""The tables of issued papers take the name of their new app; rows, links and the guard against change go with them."""

from django.db import migrations


class Migration(migrations.Migration):
    """After everybody points here."""

    dependencies = [
        ("evidence", "0002_issued_papers"),
        ("targets", "0003_papers_move_to_evidence"),
        ("bulletins", "0002_papers_move_to_evidence"),
    ]
    operations = [
        migrations.AlterModelTable(name="issuedpaper", table=None),
        migrations.AlterModelTable(name="numberseries", table=None),
    ]
