"""A member says of a payment that it arrived, or that it did not; the ledger keeps both words."""

from django.test import Client

from tests.web.member.phone import come_in
from tests.world import World
from zhijia.ledger.models import Receipt
from zhijia.ledger.verifying import altered


def test_a_payment_is_confirmed_once(county: World, client: Client) -> None:
    """First missing, with a word on it; then received; then nothing more. The chain holds."""
    come_in(client, county.members[0].mobile)
    door = f"/my/payments/{county.paid.pk}/confirm/"
    assert "500.00" in client.get("/my/payments/").content.decode()
    assert "去签收" in client.get("/my/").content.decode()
    assert client.post(door, {"said": "missing"}).status_code == 400
    assert client.post(door, {"said": "gone"}).status_code == 400
    assert client.post(door, {"said": "missing", "remark": "没有领到米"}).status_code == 302
    assert "正在查" in client.get("/my/payments/").content.decode()
    assert client.post(door, {"said": "missing", "remark": "还是没有"}).status_code == 409
    assert client.post(door, {"said": "received"}).status_code == 302
    assert client.post(door, {"said": "received"}).status_code == 409
    assert list(Receipt.objects.order_by("pk").values_list("said", flat=True)) == ["missing", "received"]
    assert "您已确认收到" in client.get("/my/payments/").content.decode()
    assert list(altered()) == []
