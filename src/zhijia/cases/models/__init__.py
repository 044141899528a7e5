"""Cases, what was done in them, their public notices, delegations, and the editions they run under."""

from zhijia.cases.models.cases import Case, EditionUse
from zhijia.cases.models.delegations import Delegation
from zhijia.cases.models.drafts import EditionDraft
from zhijia.cases.models.notices import Notice
from zhijia.cases.models.papers import CasePaper
from zhijia.cases.models.records import StepRecord

__all__ = ["Case", "CasePaper", "Delegation", "EditionDraft", "EditionUse", "Notice", "StepRecord"]
