"""Style rules that depend on the machine's fonts: one class chain per role, files loaded by path."""

from zhijia.papers.fonts.chosen import FontChoice, FontSet
from zhijia.papers.fonts.roles import BOLD_STAND_INS
from zhijia.papers.pdf.levelled import levelled, loaded_by_path

SELECTORS = {
    "title": ".red-head, .title",
    "body": "html",
    "kai": ".kai, .level2",
    "hei": ".level1, .mark, .label, .urgency, th",
    "song": ".song",
}
NUMBER_BOXES = ("@bottom-right", "@bottom-left", "@bottom-center", "@left-top", "@left-bottom")


def family_names(choice: FontChoice) -> str:
    """The chain as a font-family value; loaded files go by a name no installed font can have."""
    loaded = loaded_by_path(choice)
    return ", ".join(f'"{"own " if face in loaded else ""}{face.family}"' for face in choice.chain)


def face_rules(choice: FontChoice) -> list[str]:
    """@font-face for the files of a role."""
    paths = [(face.family, levelled(face, choice.chain[-1])) for face in loaded_by_path(choice)]
    return [
        f'@font-face {{ font-family: "own {name}"; src: url("{path.resolve().as_uri()}") }}' for name, path in paths
    ]


def font_rules(fonts: FontSet) -> str:
    """@font-face for loaded files, then font-family (and weight) per role, page numbers included."""
    rules = []
    for choice in fonts.choices:
        rules += face_rules(choice)
        weight = "bold" if choice.substitute and choice.role in BOLD_STAND_INS else "normal"
        rules.append(f"{SELECTORS[choice.role]} {{ font-family: {family_names(choice)}; font-weight: {weight} }}")
    song = family_names(fonts["song"])
    boxes = " ".join(f"{box} {{ font-family: {song} }}" for box in NUMBER_BOXES)
    return "\n".join([*rules, f"@page {{ {boxes} }}"])
