"""JSON schemas of the catalogue's files, for editors that complete and underline while an officer writes."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from zhijia.papers.lexicon import Lexicon
from zhijia.schemes.assessments.editions import Assessment
from zhijia.schemes.bulletins import BulletinLayout
from zhijia.schemes.campaigns import Campaign
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.checklists import Checklist
from zhijia.schemes.codes import CodeList
from zhijia.schemes.holidays import HolidayYear
from zhijia.schemes.indicators import Indicator
from zhijia.schemes.letters import Letter
from zhijia.schemes.parameters import ParameterFile
from zhijia.schemes.plans import PlanTemplate
from zhijia.schemes.roles import RoleTable
from zhijia.schemes.words import English

GRAMMARS: Mapping[str, type[BaseModel]] = {
    "assessments": Assessment,
    "bulletins": BulletinLayout,
    "campaigns": Campaign,
    "checklists": Checklist,
    "codes": CodeList,
    "english": English,
    "foundings": CaseEdition,
    "holidays": HolidayYear,
    "indicators": Indicator,
    "letters": Letter,
    "papers": Lexicon,
    "parameters": ParameterFile,
    "plans": PlanTemplate,
    "roles": RoleTable,
}


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of one kind of file; KeyError for an unknown kind."""
    return GRAMMARS[kind].model_json_schema(by_alias=True)


def schema_text(kind: str) -> str:
    """The schema as a file: keys in order, so that the same grammar gives the same bytes."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
