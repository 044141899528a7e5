"""The paper of a supervision slip: what the order asked, what the figure says on the day the slip was issued."""

from zhijia.accounts.models import Post
from zhijia.indicators.rules import Figure
from zhijia.orgs.queries import root
from zhijia.papers.paper import Paper
from zhijia.papers.runs import Bound, Text
from zhijia.papers.skeletons import SupervisionData, supervision_slip
from zhijia.targets.models import SupervisionSlip
from zhijia.targets.papers import base_words, figure_ref, value_words
from zhijia.targets.schedule import line_for


def supervision_paper(slip: SupervisionSlip, done: Figure) -> Paper:
    """The slip with the target of its order; `done`: the target's figure on the day of issue."""
    target, place, on = slip.target, slip.target.organisation, slip.issued_on
    line = line_for(target.indicator)
    chair = Post.objects.on(on).filter(organisation=place, role="committee-chair").select_related("user").first()
    return supervision_slip(
        SupervisionData(
            county=root().name,
            number=slip.number,
            issued=on,
            colour=slip.colour,
            unit=place.name,
            responsible=str(chair.user) if chair else "",
            order=target.order.number if target.order else "",
            task=line.task,
            target=Text(value_words(target.value, target.value_max, target.unit, target.comparator)),
            done=Bound(base_words(done), figure_ref(done)),
            reason=slip.reason,
            deadline=slip.deadline,
            department=line.department,
            signer=str(slip.issued_by.user),
        )
    )
