"""A file of rules as it was handed in: read, checked against the whole catalogue, nothing kept."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from django.conf import settings

from zhijia.cases.models import EditionUse
from zhijia.kit.problem import Conflict, NotFound, Problem, gettext_noop
from zhijia.registers.base.register import Register, register_of
from zhijia.schemes.cases import CaseEdition
from zhijia.schemes.catalogue import PROCEDURES, Catalogue, catalogue, read_catalogue
from zhijia.schemes.codes import CodeList

NAME_PATTERN = re.compile(r"[a-z][a-z0-9-]{1,40}\.(19|20)\d\d\.yaml")
MOST_BYTES, DEEPEST = 64 * 1024, 30
BAD_NAME = gettext_noop("文件名“%(name)s”应为“事项键.年份.yaml”，如 living-aid.2015.yaml，请改名后再上传。")
TOO_LARGE = gettext_noop("制度文件最大64KB，这个文件超出了，请核对是否选错了文件。")
NO_TEXT = gettext_noop("这个文件不是UTF-8文字，请用记事本另存为UTF-8后再上传。")
TRICKS = gettext_noop("制度文件里不能用 YAML 的锚点和引用（& 和 *），嵌套不能超过%(deepest)s层，请展开写。")
IN_USE = gettext_noop("“%(name)s”已有办件在用，不能改动；要改规则请另写新的一版，如把年份加一。")
UNCHANGED = gettext_noop("“%(name)s”与现行文件一样，没有改动。")
NO_COLUMN = gettext_noop("%(file)s：facts 里的“%(fact)s”用了台账“%(register)s”没有的栏目“%(column)s”。")
NO_KIND = gettext_noop("%(file)s：没有发放项目“%(kind)s”，可写：%(known)s。")
NO_STANDING = gettext_noop("%(file)s：没有资格“%(kind)s”，可写：%(known)s。")


@dataclass(frozen=True)
class Draft:
    """A file that has been read: its edition, the catalogue as it would be, and where it would stand."""

    edition: CaseEdition
    catalogue: Catalogue
    folder: str
    text: str

    @property
    def digest(self) -> str:
        """Fingerprint of the file."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def read_draft(name: str, content: bytes) -> Draft:
    """The file as an edition; Problem with file, line and what would be right for anything that does not fit."""
    if not NAME_PATTERN.fullmatch(name):
        raise Problem(BAD_NAME, name=name[:80])
    if len(content) > MOST_BYTES:
        raise Problem(TOO_LARGE)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem(NO_TEXT) from None
    _plain_yaml(text)
    folder = folder_of(name.split(".")[0])
    with TemporaryDirectory() as place:
        path = Path(place) / folder / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        found = read_catalogue([*settings.CATALOGUE_FOLDERS, Path(place)])
    draft = Draft(found.cases[name.removesuffix(".yaml")], found, folder, text)
    for fault in register_faults(draft.edition, found):
        raise fault
    return draft


def not_in_use(draft: Draft) -> None:
    """Conflict for an edition under which a case has been opened, and for a file that changes nothing."""
    name = draft.edition.name
    if catalogue().digests.get(name) == draft.digest:
        raise Conflict(UNCHANGED, name=name)
    if EditionUse.objects.filter(edition=name).exists():
        raise Conflict(IN_USE, name=name)


def folder_of(case: str) -> str:
    """The folder in which the county keeps editions of a procedure; aid for a new one."""
    for folder in settings.CATALOGUE_FOLDERS:
        for kind in PROCEDURES:
            if any((Path(folder) / kind).glob(f"{case}.*.yaml")):
                return kind
    return "aid"


def register_faults(edition: CaseEdition, found: Catalogue) -> Iterator[Problem]:
    """What an edition names of registers and code lists that is not there."""
    file = f"{edition.name}.yaml"
    try:
        register = register_of(edition.subject)
    except NotFound as problem:
        yield problem
        return
    for key, fact in edition.facts.items():
        if fact.column and fact.column not in _fields(register):
            yield Problem(NO_COLUMN, file=file, fact=key, register=register.label, column=fact.column)
        term = next(iter(fact.term)) if isinstance(fact.term, dict) else fact.term
        if term and term != "not" and term not in register.terms:
            yield Problem(NO_COLUMN, file=file, fact=key, register=register.label, column=term)
    kinds, standings = found.codes.get("payment-kind"), found.codes.get("standing-kind")
    for grant in edition.grants:
        if grant.pays:
            yield from _known(NO_KIND, file, grant.pays.kind, kinds)
        if grant.stands:
            yield from _known(NO_STANDING, file, grant.stands.standing, standings)


def _known(template: str, file: str, kind: str, codes: CodeList | None) -> Iterator[Problem]:
    if codes is not None and kind not in codes.entries:
        yield Problem(template, file=file, kind=kind, known="、".join(codes.entries))


def _fields(register: Register) -> set[str]:
    return {field.name for field in register.model._meta.get_fields()}


def _plain_yaml(text: str) -> None:
    """No anchors, no aliases, no abyss; said before anything is built from it. Broken YAML is told by the reader."""
    depth = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            depth += isinstance(token, OPENING) - isinstance(token, CLOSING)
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken) or depth > DEEPEST:
                raise Problem(TRICKS, deepest=DEEPEST)
    except yaml.YAMLError:
        return


OPENING = (
    yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken,
)  # fmt: skip
CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
