// Imports: a file may be dropped on its field; forms say that they are busy; a running commit shows how far it is.
const drop = document.querySelector("[data-drop]");
const field = drop?.querySelector("input[type=file]");

for (const kind of ["dragover", "dragleave", "drop"]) {
  drop?.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("import-over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
}

for (const form of document.querySelectorAll("[data-import]")) {
  form.addEventListener("submit", () => {
    form.querySelector("[data-busy]")?.removeAttribute("hidden");
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  });
}

const commit = document.querySelector("[data-commit]");
const line = document.querySelector("[data-progress-line]");

async function look() {
  try {
    const answer = await fetch(commit.dataset.progress);
    const { done, whole } = await answer.json();
    line.querySelector("progress").value = done;
    line.querySelector("[data-progress-words]").textContent = `${done} / ${whole}`;
  } catch {
    // The next look will tell; the commit itself does not depend on it.
  }
}

commit?.addEventListener("submit", () => {
  line.hidden = false;
  for (const button of document.querySelectorAll("button")) button.disabled = true;
  setInterval(look, 1000);
});

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
