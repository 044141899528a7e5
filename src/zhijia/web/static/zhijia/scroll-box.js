// Tables wider than their box scroll inside it; such a box is reached by Tab so that arrow keys can move it.
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target);
});

function mark(box) {
  const scrolls = box.scrollWidth > box.clientWidth;
  if (scrolls) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function watch(place) {
  for (const box of place.querySelectorAll(".table-responsive, .table-wide")) {
    mark(box);
    wide.observe(box);
  }
}

watch(document);
document.addEventListener("panel:shown", (event) => watch(event.target));
document.addEventListener("htmx:load", (event) => watch(event.target));
