"""Assignment orders (交办单): split, draft, preview, issue; sign for, object, report; supervise and close."""

from django.urls import path

from zhijia.web.desk.orders.county import draft, drop, issue, issue_all, requirements
from zhijia.web.desk.orders.followup import close, decide, feedback, objection, sign, slip
from zhijia.web.desk.orders.splits import revise, split, target, withdraw
from zhijia.web.desk.orders.views import order, orders, paper, slip_paper

urlpatterns = [
    path("orders/", orders, name="orders"),
    path("orders/draft/", draft, name="orders-draft"),
    path("orders/issue/", issue_all, name="orders-issue"),
    path("orders/<int:number>/", order, name="order"),
    path("orders/<int:number>/paper.<slug:form>", paper, name="order-paper"),
    path("orders/<int:number>/issue/", issue, name="order-issue"),
    path("orders/<int:number>/requirements/", requirements, name="order-requirements"),
    path("orders/<int:number>/drop/", drop, name="order-drop"),
    path("orders/<int:number>/sign/", sign, name="order-sign"),
    path("orders/<int:number>/object/", objection, name="order-object"),
    path("orders/<int:number>/feedback/", feedback, name="order-feedback"),
    path("orders/<int:number>/close/", close, name="order-close"),
    path("orders/objections/<int:number>/", decide, name="objection-decide"),
    path("orders/slips/<int:number>/paper.<slug:form>", slip_paper, name="slip-paper"),
    path("targets/<int:number>/", target, name="target"),
    path("targets/<int:number>/split/", split, name="target-split"),
    path("targets/<int:number>/revise/", revise, name="target-revise"),
    path("targets/<int:number>/withdraw/", withdraw, name="target-withdraw"),
    path("targets/<int:number>/slip/", slip, name="target-slip"),
]
