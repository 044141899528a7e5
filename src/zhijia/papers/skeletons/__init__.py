"""The papers the county issues most: assignment slip, supervision slip, quarterly circular, notice and minutes of a meeting; from plain values."""

from zhijia.papers.skeletons.bulletin import BulletinData, quarterly_bulletin
from zhijia.papers.skeletons.meeting import MeetingData, meeting_notice
from zhijia.papers.skeletons.minutes import meeting_minutes
from zhijia.papers.skeletons.slip import Adjustment, SlipData, SlipTask, assignment_slip
from zhijia.papers.skeletons.supervision import SupervisionData, supervision_slip

__all__ = [
    "Adjustment",
    "BulletinData",
    "MeetingData",
    "SlipData",
    "SlipTask",
    "SupervisionData",
    "assignment_slip",
    "meeting_minutes",
    "meeting_notice",
    "quarterly_bulletin",
    "supervision_slip",
]
