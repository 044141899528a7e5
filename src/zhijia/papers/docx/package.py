"""The .docx package: styles, document properties, and a zip whose bytes depend on the paper only."""

from datetime import datetime, time
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject

from zhijia.papers.docx.page import W
from zhijia.papers.docx.styles import BY_KEY, STYLES, style_xml
from zhijia.papers.docx.xml import NAMESPACE, element
from zhijia.papers.paper import Paper

FIRST_ENTRY: Final = "[Content_Types].xml"


def blank(paper: Paper) -> DocumentObject:
    """An empty document with the official styles only, dated by the paper."""
    made = Document()
    styles = made.styles.element
    for child in list(styles):
        if child.tag in {f"{{{W}}}style", f"{{{W}}}docDefaults", f"{{{W}}}latentStyles"}:
            styles.remove(child)
    default = style_xml(BY_KEY["Body"]).split("<w:rPr>")[1].split("</w:rPr>")[0]
    styles.insert(
        0, element(f"<w:docDefaults {NAMESPACE}><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault></w:docDefaults>")
    )
    for style in STYLES:
        styles.append(element(style_xml(style).replace("<w:style ", f"<w:style {NAMESPACE} ", 1)))
    made.settings.odd_and_even_pages_header_footer = paper.page_number == "official"
    # The template brings a preview picture of its own empty page.
    relations = made.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
    set_properties(made, paper)
    return made


def set_properties(made: DocumentObject, paper: Paper) -> None:
    """Title, author and dates from the paper; nothing from the machine."""
    moment = datetime.combine(paper.dated, time())
    properties = made.core_properties
    properties.title, properties.author, properties.subject = paper.title, paper.issuer, paper.number
    properties.last_modified_by, properties.comments, properties.keywords = paper.issuer, "", paper.kind
    properties.created = properties.modified = properties.last_printed = moment
    properties.language, properties.revision = "zh-CN", 1


def packed(made: DocumentObject, paper: Paper) -> bytes:
    """The zip rewritten: entries in name order after the content types, all stamped with the paper's date."""
    raw, out = BytesIO(), BytesIO()
    made.save(raw)
    stamp = (paper.dated.year, paper.dated.month, paper.dated.day, 0, 0, 0)
    with ZipFile(raw) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST_ENTRY, name)):
            entry = ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(entry, source.read(name))
    return out.getvalue()
