// Dialogs: a button with data-dialog="id" opens the <dialog> of that id, one with data-close closes it.
// A field with data-must-equal keeps the dialog's confirm button shut until the words match.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.dialog)?.showModal();
  }
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
});

document.addEventListener("input", (event) => {
  const words = event.target.dataset?.mustEqual;
  const confirm = words && event.target.form?.querySelector("[data-confirm]");
  if (confirm) confirm.disabled = event.target.value.trim() !== words;
});
