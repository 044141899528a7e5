"""Settings of the house: one file, every value either fixed here or read from the environment and checked."""

import datetime as dt
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from zhijia.project import env
from zhijia.project.keys import secret

PACKAGE = Path(__file__).resolve().parent.parent
BASE = PACKAGE.parent.parent

ZHIJIA_HOME = env.folder("ZHIJIA_HOME", BASE / "var")
ZHIJIA_HOME.mkdir(parents=True, exist_ok=True)
# Where editions approved on the page are kept; laid over the shipped catalogue like any folder of the county's own.
COUNTY_CATALOGUE = ZHIJIA_HOME / "catalogue"
CATALOGUE_FOLDERS = [BASE / "catalogue", COUNTY_CATALOGUE, *[Path(word) for word in env.words("ZHIJIA_CATALOGUE")]]
EVIDENCE_FOLDER = ZHIJIA_HOME / "evidence"
EVIDENCE_MAX_BYTES = env.number("ZHIJIA_EVIDENCE_MAX_MB", 20) * 1024 * 1024
FONT_FOLDER = env.text("ZHIJIA_FONTS")
TODAY = dt.date.fromisoformat(env.text("ZHIJIA_TODAY")) if env.text("ZHIJIA_TODAY") else None

DEBUG = env.flag("ZHIJIA_DEBUG")
# How a one-time code reaches a member's telephone; in development and in the demo county the console shows it.
CODE_SENDER = env.text("ZHIJIA_SENDER", "zhijia.accounts.senders.to_console" if DEBUG or TODAY else "")
SECRET_KEY = secret(ZHIJIA_HOME, "session").hex()
FIELD_KEY = secret(ZHIJIA_HOME, "fields")
DIGEST_KEY = secret(ZHIJIA_HOME, "digests")
ALLOWED_HOSTS = env.words("ZHIJIA_HOSTS", "127.0.0.1,localhost,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("ZHIJIA_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_htmx",
    "treebeard",
    "zhijia.journal",
    "zhijia.orgs",
    "zhijia.accounts",
    "zhijia.evidence",
    "zhijia.registers.base",
    "zhijia.registers.organising",
    "zhijia.registers.relations",
    "zhijia.ledger",
    "zhijia.indicators",
    "zhijia.targets",
    "zhijia.assessment",
    "zhijia.cases",
    "zhijia.bulletins",
    "zhijia.web",
    "zhijia.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zhijia.web.desk.reading.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "zhijia.web.desk.gate.GateMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "zhijia.project.urls"
WSGI_APPLICATION = "zhijia.project.wsgi.application"

_LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhijia.web.desk.frame.frame",
            ],
            "builtins": ["django.templatetags.i18n", "zhijia.web.templatetags.zhijia", "zhijia.web.templatetags.shell"],
        },
    }
]

DATABASES = {"default": env.database(ZHIJIA_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", _("英语"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = ZHIJIA_HOME / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static", ("papers", PACKAGE / "papers" / "styles")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": EVIDENCE_FOLDER}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

from zhijia.project.security import *  # noqa: E402, F403
