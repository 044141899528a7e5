"""What changes about people: accounts given, posts given and ended, passwords, sign-ins, one's own settings."""

from zhijia.accounts.actions.calendar_links import make_calendar_link, revoke_calendar_link
from zhijia.accounts.actions.people import create_user, link_identity, reset_password
from zhijia.accounts.actions.posts import end_post, give_post
from zhijia.accounts.actions.seats import leave_seat, move_seat, note, note_locked, take_seat
from zhijia.accounts.actions.settings import keep_own_password, saw_desk, set_language, set_large_print

__all__ = [
    "create_user",
    "end_post",
    "give_post",
    "keep_own_password",
    "leave_seat",
    "link_identity",
    "make_calendar_link",
    "move_seat",
    "note",
    "note_locked",
    "reset_password",
    "revoke_calendar_link",
    "saw_desk",
    "set_language",
    "set_large_print",
    "take_seat",
]
