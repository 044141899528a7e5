"""The papers the county issues most: assignment slip, supervision slip, quarterly circular; from plain values."""

from zhijia.papers.skeletons.bulletin import BulletinData, quarterly_bulletin
from zhijia.papers.skeletons.slip import Adjustment, SlipData, SlipTask, assignment_slip
from zhijia.papers.skeletons.supervision import SupervisionData, supervision_slip

__all__ = [
    "Adjustment",
    "BulletinData",
    "SlipData",
    "SlipTask",
    "SupervisionData",
    "assignment_slip",
    "quarterly_bulletin",
    "supervision_slip",
]
