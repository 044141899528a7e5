"""Assessment's models, one file per noun, gathered here for Django."""

from zhijia.assessment.models.judgements import Judgement
from zhijia.assessment.models.sheets import FrozenSheet
from zhijia.assessment.models.surveys import MemberSurvey, SurveyAnswer, SurveyLink
from zhijia.assessment.models.tasks import StarTask

__all__ = ["FrozenSheet", "Judgement", "MemberSurvey", "StarTask", "SurveyAnswer", "SurveyLink"]
