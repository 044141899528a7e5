// The side panel: a figure or a link with data-panel shows its page beside the one being read; without scripts it is a plain link.
const panel = document.getElementById("panel");
const body = document.getElementById("panel-body");
const title = document.getElementById("panel-title");
const openAlone = document.getElementById("panel-open");
let opener = null; // where the keyboard goes back to

function wanted(event) {
  const link = event.target.closest("a[data-figure], a[data-panel]");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return link && plain && !event.defaultPrevented ? link : null;
}

async function pageOf(url) {
  const answer = await fetch(url, { headers: { "X-Panel": "1" }, credentials: "same-origin" });
  if (answer.redirected) return null; // signed out meanwhile: let the browser show the door
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("page");
  return page;
}

async function show(link) {
  if (!panel.contains(link)) opener = link;
  openAlone.href = link.href;
  title.textContent = link.dataset.panel || link.textContent.trim();
  body.replaceChildren();
  body.setAttribute("aria-busy", "true");
  window.tabler.Offcanvas.getOrCreateInstance(panel).show();
  try {
    const page = await pageOf(link.href);
    if (!page) {
      window.location.assign(link.href);
      return;
    }
    const heading = page.querySelector(".page-title");
    if (heading && heading.textContent.trim()) title.textContent = heading.textContent.trim();
    heading?.remove();
    page.querySelector(".actions")?.remove();
    body.replaceChildren(...page.childNodes);
    window.htmx?.process(body);
    body.dispatchEvent(new CustomEvent("panel:shown", { bubbles: true }));
  } catch {
    body.textContent = body.dataset.failed;
  } finally {
    body.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", (event) => {
  const link = wanted(event);
  if (!link || !panel) return;
  event.preventDefault();
  show(link);
});

panel?.addEventListener("hidden.bs.offcanvas", () => opener?.focus());
