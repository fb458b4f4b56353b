import { initAll } from "/assets/govuk-frontend-6.6.0/govuk-frontend.min.js";

initAll();
document.querySelectorAll(".govuk-radios__input[aria-controls]").forEach(withoutExpanded);
forgetWhatArrived();
document.querySelectorAll("form[data-keep]").forEach(keepHere);

document.getElementById("print")?.addEventListener("click", () => window.print());
document.addEventListener("keydown", search);
document.querySelectorAll("[data-keys]").forEach(keys);
if (location.hash === "#q") document.getElementById("q")?.focus();

// "/" leads to the one search box from every page; there the arrows go through what was found, and Enter opens it as any link.
function search(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = document.activeElement;
  const box = document.querySelector("[role=search] #q");
  if (event.key === "/" && !at?.matches("input, textarea, select")) {
    event.preventDefault();
    if (box) box.select();
    else if (document.querySelector("nav a[href='/children']")) location.assign("/children#q");
    return;
  }
  if (!box || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const places = [box, ...document.querySelectorAll("main table td:first-child a, main table th[scope=row] a")];
  const here = places.indexOf(at);
  if (here < 0) return;
  event.preventDefault();
  places[Math.min(Math.max(here + (event.key === "ArrowDown" ? 1 : -1), 0), places.length - 1)].focus();
}

// govuk-frontend says aria-expanded on radio buttons that reveal a question; WAI-ARIA 1.2 allows it on no radio button.
function withoutExpanded(radio) {
  const remove = () => radio.removeAttribute("aria-expanded");
  remove();
  new MutationObserver(() => radio.hasAttribute("aria-expanded") && remove()).observe(radio, {
    attributeFilter: ["aria-expanded"],
  });
}

// For whoever has no account: what is being typed stays in this tab until the next page has come, also when the connection drops or the page is reloaded.
// Nothing of it outlives the tab.
function keepHere(form) {
  const key = "lantern-keep " + form.dataset.keep;
  const status = form.querySelector("[data-keep-status]");
  const kept = sessionStorage.getItem(key);
  if (kept) restore(new URLSearchParams(kept));

  form.addEventListener("input", () => sessionStorage.setItem(key, typed().toString()));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    sessionStorage.setItem(key, typed().toString());
    try {
      await fetch("/assets/lantern/icon.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(15000) });
    } catch {
      status.textContent = "No connection. What you typed is kept on this device: press the button again when you are connected.";
      return;
    }
    sessionStorage.setItem("lantern-keep-sent", form.dataset.keep);
    form.submit();
  });

  function typed() {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !name.startsWith("_")) all.append(name, value);
    }
    return all;
  }

  function restore(all) {
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.name.startsWith("_")) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = all.getAll(field.name).includes(field.value);
      else if (all.has(field.name)) field.value = all.get(field.name);
    }
  }
}

// The page after a kept one is the proof that what was typed has arrived.
function forgetWhatArrived() {
  const sent = sessionStorage.getItem("lantern-keep-sent");
  if (!sent || sent === location.pathname + location.search) return;
  sessionStorage.removeItem("lantern-keep " + sent);
  sessionStorage.removeItem("lantern-keep-sent");
}

// Single keys that choose and lead on, where a page names them in data-keys ("r=decision>reason": R chooses #decision and goes on to #reason). They can be
// turned off, and do nothing while somebody types (WCAG 2.1.4). Ctrl and Enter send the form from anywhere in it.
function keys(place) {
  const off = () => localStorage.getItem("lantern-keys") === "off";
  const known = new Map(place.dataset.keys.split(" ").map((each) => each.split("=")));
  const button = place.querySelector("[data-keys-switch]");
  const say = () => button && (button.textContent = off() ? "Turn these keys on" : "Turn these keys off");
  say();
  button?.addEventListener("click", () => {
    localStorage.setItem("lantern-keys", off() ? "on" : "off");
    say();
  });
  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      place.querySelector("form")?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || off()) return;
    if (at?.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
    const goal = known.get(event.key.toLowerCase());
    if (!goal) return;
    const [chosen, onwards] = goal.split(">");
    const found = document.getElementById(chosen);
    if (!found) return;
    event.preventDefault();
    if (found.matches("a")) found.click();
    else {
      if (found.matches("[type=radio]")) found.click();
      (onwards ? document.getElementById(onwards) : found)?.focus();
    }
  });
}
