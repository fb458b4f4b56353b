import { initAll } from "/assets/govuk-frontend-6.6.0/govuk-frontend.min.js";

initAll();
document.querySelectorAll(".govuk-radios__input[aria-controls]").forEach(withoutExpanded);
document.querySelectorAll("form[data-draft]").forEach(keepDraft);

document.getElementById("print")?.addEventListener("click", () => window.print());
document.addEventListener("keydown", search);
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

// Saves what is typed a second after the typing stops. Without scripts a form is kept when it is posted and refused.
function keepDraft(form) {
  const status = form.querySelector("[data-draft-status]");
  let waiting = 0;
  let posting = false;

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 1000);
  });
  form.addEventListener("submit", () => {
    posting = true;
    clearTimeout(waiting);
  });

  async function save() {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const field = form.elements.namedItem(name);
      if (typeof value === "string" && !(field instanceof HTMLInputElement && field.type === "password")) {
        typed.append(name, value);
      }
    }
    try {
      const answer = await fetch("/drafts", {
        method: "POST",
        body: typed,
        redirect: "manual",
        headers: { "X-Requested-With": "fetch" },
        signal: AbortSignal.timeout(10000),
      });
      if (posting) return;
      if (answer.ok) {
        const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
        say("Saved at " + time);
      } else if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") {
        say("Not saved: sign in again, what you typed is kept on this page");
      } else {
        say("Not saved: what you typed is kept on this page");
      }
    } catch {
      if (!posting) say("Not saved: no connection. What you typed is kept on this page");
    }
  }

  function say(words) {
    if (status && status.textContent !== words) status.textContent = words;
  }
}
