"""Settings that keep strangers out: sign-in, lockout, sessions, cookies, content policy."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from zhijia.project import env

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "zhijia.web.desk.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "zhijia.web.desk.adapters.SocialAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# The lock by name and address is axes' work; here only a brake on floods, wide enough for a building behind one address.
ACCOUNT_RATE_LIMITS = {"login_failed": False, "login": "120/m/ip"}
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if env.text("ZHIJIA_OIDC_SERVER"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env.text("ZHIJIA_OIDC_NAME", "OIDC"),
                "client_id": env.text("ZHIJIA_OIDC_CLIENT"),
                "secret": env.text("ZHIJIA_OIDC_SECRET"),
                "settings": {"server_url": env.text("ZHIJIA_OIDC_SERVER")},
            }
        ]
    }
MFA_ADAPTER = "zhijia.web.desk.code_adapter.CodeAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "职家"

AXES_FAILURE_LIMIT = env.number("ZHIJIA_LOGIN_FAILURES", 5)
AXES_COOLOFF_TIME = dt.timedelta(minutes=env.number("ZHIJIA_LOGIN_LOCK_MINUTES", 15))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "zhijia.web.desk.lockout.locked_out"
AXES_USERNAME_CALLABLE = "zhijia.web.desk.lockout.client_name"
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "zhijia.web.desk.lockout.client_address"

SESSIONS_PER_PERSON = env.number("ZHIJIA_SESSIONS_PER_PERSON", 3)
_HTTPS = env.flag("ZHIJIA_HTTPS")
SESSION_COOKIE_AGE = env.number("ZHIJIA_SESSION_HOURS", 8) * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = _HTTPS
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31536000 if _HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "zhijia.web.desk.errors.stale_form"
SILENCED_SYSTEM_CHECKS: list[str] = []

# A form that leads to the outside identity system is followed there by the browser only if its origin is named.
_OUTSIDE = (
    ["{0.scheme}://{0.netloc}".format(urlsplit(env.text("ZHIJIA_OIDC_SERVER")))]
    if env.text("ZHIJIA_OIDC_SERVER")
    else []
)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *_OUTSIDE],
        "frame-ancestors": [NONE],
        "frame-src": [SELF],
        "base-uri": [NONE],
        "manifest-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
