"""Days of founding on the union; the six bodies are computed from the register of bodies, whose rows the old day gives."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SIX = ("UC", "FA", "WC", "SC", "LM", "LS")


def count_days(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """From request to reply, for every version of a union's row."""
    unions = apps.get_model("organising", "Union").objects
    timed = list(unions.filter(requested_on__isnull=False, founded_on__isnull=False))
    for row in timed:
        days = (row.founded_on - row.requested_on).days
        row.founding_days = days if days >= 0 else None
    unions.bulk_update(timed, ["founding_days"], batch_size=500)


def enter_bodies(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Where all six were said to stand since a day, those the register of bodies does not know are entered for it."""
    bodies = apps.get_model("organising", "UnionBody").objects
    living = {"version_of__isnull": True, "known_until__isnull": True}
    for union in apps.get_model("organising", "Union").objects.filter(**living, six_bodies_on__isnull=False):
        known = set(bodies.filter(**living, union=union).values_list("body", flat=True))
        day = union.six_bodies_on
        for body in SIX:
            if body not in known:
                bodies.create(
                    union=union, organisation_id=union.organisation_id, body=body, established_on=day, since=day,
                    recorded_at=union.recorded_at, recorded_by_id=union.recorded_by_id, remark="由六会同建完成日期转入",
                )  # fmt: skip


class Migration(migrations.Migration):
    """Carry over, then drop."""

    dependencies = [
        ('organising', '0010_one_place_for_certificates'),
    ]

    operations = [
        migrations.CreateModel(
            name='Convenor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, editable=False, null=True, verbose_name='终止日期')),
                ('recorded_at', models.DateTimeField(editable=False, verbose_name='登记时间')),
                ('known_until', models.DateTimeField(editable=False, null=True, verbose_name='更正时间')),
                ('batch', models.BigIntegerField(db_index=True, editable=False, null=True, verbose_name='导入批次')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='备注')),
                ('name', models.CharField(max_length=120, verbose_name='组织名称')),
                ('kind', models.CharField(max_length=2, verbose_name='组织类型')),
                ('search', models.CharField(max_length=600)),
            ],
            options={
                'verbose_name': '应召开联席会议的组织',
                'verbose_name_plural': '应召开联席会议的组织',
                'db_table': 'organising_convenor',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='SixBody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起始日期')),
                ('until', models.DateField(blank=True, editable=False, null=True, verbose_name='终止日期')),
                ('recorded_at', models.DateTimeField(editable=False, verbose_name='登记时间')),
                ('known_until', models.DateTimeField(editable=False, null=True, verbose_name='更正时间')),
                ('batch', models.BigIntegerField(db_index=True, editable=False, null=True, verbose_name='导入批次')),
                ('remark', models.CharField(blank=True, max_length=300, verbose_name='备注')),
                ('body', models.CharField(max_length=2, verbose_name='机构')),
                ('kind', models.CharField(max_length=2, verbose_name='组织类型')),
                ('state', models.CharField(max_length=10, verbose_name='工会状态')),
                ('unit_kind', models.CharField(max_length=2, verbose_name='单位性质')),
                ('founded_on', models.DateField(null=True, verbose_name='建会日期')),
                ('has_own_account', models.BooleanField(verbose_name='独立账户')),
                ('search', models.CharField(max_length=800)),
            ],
            options={
                'verbose_name': '六会同建明细',
                'verbose_name_plural': '六会同建明细',
                'db_table': 'organising_sixbody',
                'managed': False,
            },
        ),
        migrations.RunPython(enter_bodies, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='union',
            name='six_bodies_on',
        ),
        migrations.AddField(
            model_name='union',
            name='founding_days',
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='建会用时（天）'),
        ),
        migrations.RunPython(count_days, migrations.RunPython.noop),
    ]
