"""The two papers the county issues most: the assignment slip and the quarterly circular, built from plain values."""

from zhijia.papers.skeletons.bulletin import BulletinData, quarterly_bulletin
from zhijia.papers.skeletons.slip import Adjustment, SlipData, SlipTask, assignment_slip

__all__ = [
    "Adjustment",
    "BulletinData",
    "SlipData",
    "SlipTask",
    "assignment_slip",
    "quarterly_bulletin",
]
