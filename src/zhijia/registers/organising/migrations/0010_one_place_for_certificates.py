"""The day a certificate runs out is kept in the register of certificates alone; days noted on unions go there."""

import datetime as dt

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

YEARS = 3  # the shortest a certificate may be valid: the first day was not kept on the union


def carry_over(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A certificate for every union whose day of expiry is on record and who has none in the register."""
    unions = apps.get_model("organising", "Union").objects
    certificates = apps.get_model("organising", "LegalCertificate").objects
    living = {"version_of__isnull": True, "known_until__isnull": True}
    held = set(certificates.filter(**living).values_list("union", flat=True))
    for union in unions.filter(**living, legal_until__isnull=False).exclude(pk__in=held):
        last = union.legal_until
        first = last.replace(year=last.year - YEARS, day=min(last.day, 28)) + dt.timedelta(days=1)
        certificates.create(
            union=union, organisation_id=union.organisation_id, number=union.legal_cert_no or f"待补{union.code}",
            valid_from=first, valid_until=last, since=first, recorded_at=union.recorded_at,
            recorded_by_id=union.recorded_by_id, remark="由基层工会台账转入，有效期起按三年推算，请对照证书核对",
        )  # fmt: skip


class Migration(migrations.Migration):
    """Carry over, then drop."""

    dependencies = [("organising", "0009_work_records")]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(model_name="union", name="legal_cert_no"),
        migrations.RemoveField(model_name="union", name="legal_until"),
    ]
