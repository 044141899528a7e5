"""Style rules that depend on the machine's fonts: one class chain per role, own files by path."""

from zhijia.papers.fonts.chosen import FontChoice, FontSet
from zhijia.papers.fonts.roles import BOLD_STAND_INS

SELECTORS = {
    "title": ".red-head, .title",
    "body": "html",
    "kai": ".kai, .level2",
    "hei": ".level1, .mark, .label, .urgency, th",
    "song": ".song",
}


def family_names(choice: FontChoice) -> str:
    """The chain as a font-family value; files from FONT_DIR go by a name no installed font can have."""
    return ", ".join(f'"{"own " if face.own else ""}{face.family}"' for face in choice.chain)


def font_rules(fonts: FontSet) -> str:
    """@font-face for own files, then font-family (and weight) per role."""
    rules = []
    for choice in fonts.choices:
        rules += [
            f'@font-face {{ font-family: "own {face.family}"; src: url("{face.file.resolve().as_uri()}") }}'
            for face in choice.chain
            if face.own
        ]
        weight = "bold" if choice.substitute and choice.role in BOLD_STAND_INS else "normal"
        rules.append(f"{SELECTORS[choice.role]} {{ font-family: {family_names(choice)}; font-weight: {weight} }}")
    song = family_names(fonts["song"])
    rules.append(f"@page :right {{ @bottom-right {{ font-family: {song} }} }}")
    rules.append(f"@page :left {{ @bottom-left {{ font-family: {song} }} }}")
    rules.append(f"@page {{ @bottom-center {{ font-family: {song} }} @left-top {{ font-family: {song} }}")
    rules.append(f"@left-bottom {{ font-family: {song} }} }}")
    return "\n".join(rules)
