"""The first page: choose a register, drop a file; and the list of what was sent in before."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from zhijia.accounts.queries import Post
from zhijia.kit.problem import Problem, gettext_noop
from zhijia.kit.sheet.refusals import too_large
from zhijia.registers.base.fields import LookupField
from zhijia.registers.base.imports.queries import batches_of, importable
from zhijia.registers.base.imports.staging import MOST_MEGABYTES, stage
from zhijia.registers.base.lookups import organisation_line, organisation_named
from zhijia.registers.base.register import register_of
from zhijia.web.desk.gate import DeskRequest, needs
from zhijia.web.desk.imports.upload_handler import MemoryUpload

NO_FILE = gettext_noop("请先选择要导入的表格。")
SHOWN = 30


class UploadForm(forms.Form):
    """Which register, and where rows belong that name no organisation."""

    register = forms.ChoiceField(label=_("导入到"))

    def __init__(self, post: Post, *args: object, **options: object) -> None:
        """Only registers the post may edit; a clerk's own union stands ready."""
        super().__init__(*args, **options)  # type: ignore[arg-type]
        choices = self.fields["register"]
        assert isinstance(choices, forms.ChoiceField)
        choices.choices = [(register.key, register.label) for register in importable(post)]
        choices.widget.attrs["class"] = "form-select"
        lookup = LookupField(
            find=lambda text: organisation_named(post, text), offers=reverse("organisation-lines"), required=False,
            label=_("没有写明单位的行归入"), help_text=_("表中、标题和表名都没有写单位时才用到，可以不填。"),
        )  # fmt: skip
        if post.role.startswith("union"):
            lookup.initial = organisation_line(post.organisation)
        lookup.widget.attrs.update({"class": "form-control", "list": "lines-organisation", "hx-target": "#lines-organisation", "hx-params": "organisation"})  # fmt: skip
        self.fields["organisation"] = lookup


@needs("registers.import")
def imports(request: DeskRequest) -> HttpResponse:
    """The form and the post's own batches."""
    form = UploadForm(request.post, initial={"register": request.GET.get("register", "")})
    return _page(request, form, 200)


@needs("registers.import")
@csrf_exempt
@require_POST
def upload(request: DeskRequest) -> HttpResponse:
    """Receive the file into memory; the token is checked as soon as the form has been read."""
    handler = MemoryUpload(request)
    request.upload_handlers = [handler]
    return _upload(request, handler)


@csrf_protect
def _upload(request: DeskRequest, handler: MemoryUpload) -> HttpResponse:
    file = request.FILES.get("file")
    if handler.too_large:
        raise too_large(f"{MOST_MEGABYTES} MB")
    form = UploadForm(request.post, request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    if file is None or file.file is None:
        raise Problem(NO_FILE)
    batch = stage(
        register_of(form.cleaned_data["register"]), file=file.file, name=str(file.name), by=request.post,
        at=request.now, default=form.cleaned_data["organisation"],
    )  # fmt: skip
    return redirect("import", batch.pk)


def _page(request: DeskRequest, form: UploadForm, status: int) -> HttpResponse:
    registers = importable(request.post)
    labels = {register.key: register.label for register in registers}
    batches = [(batch, labels.get(batch.register, batch.register)) for batch in batches_of(request.post)[:SHOWN]]
    context = {"form": form, "registers": registers, "batches": batches, "most": MOST_MEGABYTES}
    return render(request, "desk/imports/start.html", context, status=status)
