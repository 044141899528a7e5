// The visit form. Entries stay in this browser until the server has taken them; nothing else is kept here, and nothing
// asks where the phone is. Words come from the page.
const box = document.querySelector("[data-survey]");
const form = box.querySelector("[data-visit]");
const choose = box.querySelector("[data-choose]");
const badge = box.querySelector("[data-badge]");
const list = box.querySelector("[data-queue]");
const line = box.querySelector("[data-line]");
const RETRY = 30000;

let queue = kept();
let sending = false;
let editing = null;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(box.dataset.store) ?? "[]");
  } catch {
    return [];
  }
}

function keep() {
  try {
    if (queue.length) localStorage.setItem(box.dataset.store, JSON.stringify(queue));
    else localStorage.removeItem(box.dataset.store);
    return true;
  } catch {
    say(box.dataset.full, false);
    return false;
  }
}

function say(words, sent) {
  badge.hidden = false;
  badge.textContent = words;
  badge.classList.toggle("sent", sent);
}

function pickOf(employer) {
  return box.querySelector(`[data-employer="${CSS.escape(employer)}"]`);
}

function show() {
  list.replaceChildren(...queue.map(shown));
  list.hidden = !queue.length;
  if (queue.length) say(box.dataset.unsent.replace("{n}", queue.length), false);
  else if (!badge.hidden) say(box.dataset.allSent, true);
}

function shown(entry) {
  const item = line.content.firstElementChild.cloneNode(true);
  item.querySelector("[data-name]").textContent = entry.name;
  item.querySelector("[data-edit]").addEventListener("click", () => open(entry.values, entry.name, entry));
  item.querySelector("[data-drop]").addEventListener("click", () => replace(entry, null));
  const fault = item.querySelector("[data-fault]");
  fault.hidden = !entry.fault || Boolean(entry.clash);
  fault.textContent = entry.fault ?? "";
  if (entry.clash) {
    const place = item.querySelector("[data-clash]");
    place.hidden = false;
    place.innerHTML = entry.clash; // our own server's page, kept with the entry
    place.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      replace(entry, { name: entry.name, values: valuesOf(event.currentTarget) });
      send();
    });
  }
  return item;
}

function replace(old, fresh) {
  const at = queue.findIndex((entry) => entry === old);
  queue.splice(at < 0 ? queue.length : at, at < 0 ? 0 : 1, ...(fresh ? [fresh] : []));
  const done = keep();
  show();
  return done;
}

function valuesOf(fields) {
  const values = Object.fromEntries(new FormData(fields));
  delete values.csrfmiddlewaretoken;
  return values;
}

function open(values, name, entry = null) {
  form.reset();
  for (const [key, value] of Object.entries(values)) if (form.elements[key]) form.elements[key].value = value;
  form.querySelector("[data-title]").textContent = name;
  editing = entry;
  form.hidden = false;
  choose.hidden = true;
  form.scrollIntoView();
  form.elements.employees.focus();
}

function close() {
  form.hidden = true;
  choose.hidden = false;
  editing = null;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const entry = { name: form.querySelector("[data-title]").textContent, values: valuesOf(form) };
  const pick = pickOf(entry.values.employer);
  pick?.querySelector("[data-seen]").removeAttribute("hidden");
  if (!replace(editing, entry)) return;
  close();
  send();
});

form.querySelector("[data-cancel]").addEventListener("click", close);

choose.addEventListener("click", (event) => {
  const pick = event.target.closest("[data-employer]");
  if (!pick) return;
  const waiting = queue.find((entry) => entry.values.employer === pick.dataset.employer);
  const base = pick.dataset.base;
  const name = pick.querySelector("b").textContent;
  if (waiting) open(waiting.values, name, waiting);
  else open({ ...JSON.parse(base), employer: pick.dataset.employer, base }, name);
});

document.getElementById("find").addEventListener("input", (event) => {
  const words = event.target.value.trim();
  for (const pick of choose.querySelectorAll("[data-employer]"))
    pick.closest("li").hidden = !pick.textContent.includes(words);
});

async function post(entry) {
  const body = new FormData();
  for (const [key, value] of Object.entries(entry.values)) body.append(key, value);
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return fetch(box.dataset.upload, { method: "POST", body, headers: { "X-Survey": "1" }, redirect: "manual" });
}

async function sendOne(entry) {
  const answer = await post(entry);
  const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
  if (!told) {
    say(box.dataset.again, false);
    return false;
  }
  if (answer.ok) {
    const pick = pickOf(entry.values.employer);
    if (pick) pick.dataset.base = JSON.stringify(told.current);
    replace(entry, null);
  } else {
    replace(entry, { ...entry, fault: told.fault, clash: told.clash });
  }
  return true;
}

async function send() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    for (const entry of queue.filter((one) => !one.fault)) if (!(await sendOne(entry))) break;
  } catch {
    // No connection: what is kept is sent later.
  } finally {
    sending = false;
  }
}

addEventListener("online", send);
setInterval(send, RETRY);
show();
send();
