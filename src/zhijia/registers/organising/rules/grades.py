"""The grade a chair should hold (主席职级): deputy of town or enterprise or higher; offices of the county are free."""

from zhijia.schemes.catalogue import catalogue

FREE_KINDS = ("G",)


def grade_asked(unit_kind: str) -> bool:
    """Whether a grade is asked for at all: not in county offices, where no fixed grade is set."""
    return unit_kind not in FREE_KINDS


def high_grades() -> list[str]:
    """Grades of deputy level or higher, as the code list marks them."""
    return [code for code, entry in catalogue().codes["cadre-grade"].entries.items() if entry.group == "deputy"]


def grade_fits(unit_kind: str, grade: str) -> bool:
    """Whether a chair of that grade suits a union of that kind of workplace."""
    return not grade_asked(unit_kind) or grade in high_grades()
