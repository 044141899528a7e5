"""Evidence (台账): the files that prove a fact, and the papers this office issued itself."""

from zhijia.evidence.models.files import Attachment, StoredFile
from zhijia.evidence.models.papers import IssuedPaper, NumberSeries

__all__ = ["Attachment", "IssuedPaper", "NumberSeries", "StoredFile"]
