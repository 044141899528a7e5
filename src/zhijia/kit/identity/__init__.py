"""Who a person or a workplace is: identity numbers, credit codes, names, telephone numbers."""

from zhijia.kit.identity.credit_code import (
    credit_check_sign,
    is_credit_code,
    make_credit_code,
    normalise_credit_code,
    organisation_check_sign,
)
from zhijia.kit.identity.id_number import (
    IdReading,
    IdReason,
    Sex,
    birth_date_of,
    check_digit,
    division_of,
    is_id_number,
    make_id,
    normalise_id,
    read_id,
    sex_of,
)
from zhijia.kit.identity.masks import mask_id, mask_name, mask_phone, mask_tail
from zhijia.kit.identity.person_name import (
    NameReading,
    NameReason,
    normalise_person_name,
    read_person_name,
)
from zhijia.kit.identity.phone import is_phone, make_phone, normalise_phone

__all__ = [
    "IdReading",
    "IdReason",
    "NameReading",
    "NameReason",
    "Sex",
    "birth_date_of",
    "check_digit",
    "credit_check_sign",
    "division_of",
    "is_credit_code",
    "is_id_number",
    "is_phone",
    "make_credit_code",
    "make_id",
    "make_phone",
    "mask_id",
    "mask_name",
    "mask_phone",
    "mask_tail",
    "normalise_credit_code",
    "normalise_id",
    "normalise_person_name",
    "normalise_phone",
    "organisation_check_sign",
    "read_id",
    "read_person_name",
    "sex_of",
]
