// The plan reader by keyboard, and clauses marked by selecting text. Offsets count characters, not UTF-16 units.
const text = document.getElementById("plan-text");
const chosen = document.querySelector("[data-chosen]");
const add = document.getElementById("add-clause");

const KEYS = {
  j: () => chosen?.querySelector("[data-after]")?.click(),
  k: () => chosen?.querySelector("[data-before]")?.click(),
  a: () => document.getElementById("confirm-form")?.requestSubmit(),
  e: () => document.getElementById("id_value")?.focus(),
  x: () => document.getElementById("reason")?.focus(),
  u: () => document.getElementById("reopen-form")?.requestSubmit(),
};

function typing(target) {
  return target.closest("input, select, textarea, [contenteditable], dialog");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
  const act = KEYS[event.key];
  if (!act || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  act();
});

function characters(words) {
  return [...words].length;
}

function offsetOf(node, at) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece || !text.contains(piece)) return null;
  const range = document.createRange();
  range.selectNodeContents(piece);
  range.setEnd(node, at);
  return Number(piece.dataset.start) + characters(range.toString());
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!add || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  add.elements.start.value = start;
  add.elements.end.value = end;
  add.elements.words.value = selection.toString();
});

add?.elements.words.addEventListener("input", () => {
  add.elements.start.value = add.elements.end.value = "";
});

// Show the clause in hand and its place in the text without moving the page itself.
function reveal(box, inner) {
  if (box && inner) box.scrollTop += inner.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}
reveal(text, text?.querySelector(".chosen"));
reveal(document.getElementById("cards"), chosen);
