"""Funds and batches (资金与批次): what each fund had, promised and paid; a batch from draft to the bank's answer."""

from django.urls import path

from zhijia.web.desk.funds.acts import advance, draft, quota
from zhijia.web.desk.funds.bank import bank_file, results
from zhijia.web.desk.funds.items import drop, release
from zhijia.web.desk.funds.views import batch, fund, funds

urlpatterns = [
    path("funds/", funds, name="funds"),
    path("funds/<int:number>/", fund, name="fund"),
    path("funds/<int:number>/quota/", quota, name="fund-quota"),
    path("funds/<int:number>/draft/", draft, name="batch-draft"),
    path("batches/<int:number>/", batch, name="batch"),
    path("batches/<int:number>/advance/", advance, name="batch-advance"),
    path("batches/<int:number>/payments/<int:payment>/drop/", drop, name="payment-drop"),
    path("batches/<int:number>/payments/<int:payment>/release/", release, name="payment-release"),
    path("batches/<int:number>/bank.<slug:form>", bank_file, name="batch-bank"),
    path("batches/<int:number>/results/", results, name="batch-results"),
]
