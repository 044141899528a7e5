// The list of a register by keyboard: "/" to the search, arrows from row to row, Enter opens; blanks stay out of the address.
const list = document.querySelector("[data-list]");
const form = list?.querySelector("[data-filters]");

const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
const links = () => [...list.querySelectorAll("tbody tr")].map((row) => row.querySelector("a")).filter(Boolean);

document.addEventListener("keydown", (event) => {
  if (!list || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !typing(event.target)) {
    event.preventDefault();
    list.querySelector("[data-search]")?.focus();
    return;
  }
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || typing(event.target)) return;
  const all = links();
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? 0 : at + (event.key === "ArrowDown" ? 1 : -1);
  if (!all[next]) return;
  event.preventDefault();
  all[next].focus();
});

form?.addEventListener("submit", () => {
  for (const field of form.querySelectorAll("input:not([type=checkbox]), select")) {
    if (!field.value) field.disabled = true;
  }
});

list?.querySelector("[data-all]")?.addEventListener("change", (event) => {
  for (const box of list.querySelectorAll("tbody input[type=checkbox]")) box.checked = event.target.checked;
});
