// Nobody types anything twice. What is typed is saved on the server a second after the typing stops. Until the server has confirmed that, it is also kept
// in this browser: it outlives a cut connection, a closed tab, a session that ended and a server that died, and is put back when the form is opened again.
// It is kept encrypted with a key that only pages of the person who typed it hold, and is gone as soon as the server has it.
// Without scripts a form is kept when it is posted and refused, and a long one has buttons to save.

const PREFIX = "lantern-kept ";
const secret = document.querySelector("meta[name=lantern-kept]")?.content;
const kept = await opened(secret);

if (kept) {
  accepted();
  await Promise.all([...document.querySelectorAll("form[data-draft]")].map(keep));
  remind();
  document.querySelectorAll("form[action='/sign-out']").forEach(guard);
} else {
  document.querySelectorAll("form[data-draft]").forEach(keep);
}

// The copies of whoever is signed in; null where the browser keeps or encrypts nothing.
async function opened(secret) {
  try {
    if (!secret || !crypto.subtle) return null;
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("words " + secret));
    const mark = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("whose " + secret));
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const whose = PREFIX + text(mark).slice(0, 12) + " ";
    localStorage.getItem(whose);
    return { key, whose, tab: text(crypto.getRandomValues(new Uint8Array(6))) };
  } catch {
    return null;
  }
}

function text(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function name(address) {
  return kept.whose + kept.tab + " " + address;
}

async function write(address, copy) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = new TextEncoder().encode(JSON.stringify(copy));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, kept.key, words));
  let held = text(iv) + " ";
  for (let at = 0; at < sealed.length; at += 6000) held += text(sealed.subarray(at, at + 6000));
  localStorage.setItem(name(address), held);
}

async function read(item) {
  try {
    const [iv, sealed] = localStorage.getItem(item).split(" ").map(bytes);
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, kept.key, sealed)));
  } catch {
    return null;
  }
}

function bytes(words) {
  return Uint8Array.from(atob(words), (each) => each.charCodeAt(0));
}

function items() {
  return Object.keys(localStorage).filter((item) => item.startsWith(kept.whose));
}

function addressOf(item) {
  return item.slice(kept.whose.length).replace(/^\S+ /, "");
}

// The server says in a cookie which form it accepted: what this browser kept of it is done with.
function accepted() {
  const cookie = document.cookie.split("; ").find((each) => each.startsWith("lantern-accepted="));
  if (!cookie) return;
  const address = decodeURIComponent(cookie.slice(17).replaceAll("+", "%20"));
  document.cookie = "lantern-accepted=; Path=/; Max-Age=0; SameSite=Lax";
  items()
    .filter((item) => addressOf(item) === address)
    .forEach((item) => localStorage.removeItem(item));
}

async function keep(form) {
  const address = form.dataset.draft;
  const status = form.querySelector("[data-draft-status]");
  const began = answers(form);
  let waiting = 0;
  let typedSince = 0;
  let typing = 0;
  let posting = false;
  let order = Promise.resolve();
  let sending = new AbortController();

  if (kept) await putBack();
  form.addEventListener("input", typed);
  form.addEventListener("submit", () => {
    posting = true;
    clearTimeout(waiting);
    sending.abort();
  });
  addEventListener("online", () => typedSince && save());
  addEventListener("pageshow", (event) => {
    if (event.persisted) posting = false;
  });
  addEventListener("pagehide", () => {
    if (typedSince && !posting) fetch("/drafts", { ...post(), keepalive: true }).catch(() => {});
  });

  function typed() {
    typing++;
    typedSince ||= Date.now();
    keepHere();
    clearTimeout(waiting);
    waiting = setTimeout(save, Date.now() - typedSince > 10000 ? 0 : 1000);
  }

  function keepHere() {
    if (!kept) return;
    const copy = { at: Date.now(), began, fields: answers(form) };
    order = order.then(() => write(address, copy)).catch(() => {});
  }

  async function putBack() {
    const here = items().filter((item) => addressOf(item) === address);
    const copies = (await Promise.all(here.map(async (item) => ({ item, copy: await read(item) }))))
      .filter((each) => each.copy)
      .sort((one, other) => one.copy.at - other.copy.at);
    let changed = 0;
    for (const { copy } of copies) if (restore(form, began, copy)) changed = copy.at;
    if (changed) {
      dispatchEvent(new Event("pageshow"));
      typing++;
      typedSince = Date.now();
      keepHere();
      await order;
      say("What you typed at " + time(changed) + " is back in the form");
      waiting = setTimeout(save, 1000);
    }
    copies.filter((each) => each.item !== name(address)).forEach((each) => localStorage.removeItem(each.item));
  }

  function post() {
    const body = new URLSearchParams();
    for (const [field, value] of new FormData(form)) {
      if (typeof value === "string" && form.elements.namedItem(field)?.type !== "password") body.append(field, value);
    }
    return { method: "POST", body, redirect: "manual", headers: { "X-Requested-With": "fetch" } };
  }

  async function save() {
    if (posting) return;
    const sent = typing;
    sending = new AbortController();
    try {
      const signal = AbortSignal.any([sending.signal, AbortSignal.timeout(10000)]);
      const answer = await fetch("/drafts", { ...post(), signal });
      if (posting) return;
      if (answer.ok) {
        if (sent === typing) {
          typedSince = 0;
          await order;
          if (kept && sent === typing) localStorage.removeItem(name(address));
        }
        say("Saved at " + time(Date.now()));
        return;
      }
      const out = answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect";
      say(out ? "Not saved: you are signed out. " + safe() + " Sign in and open this form again." : "Not saved yet. " + safe());
    } catch {
      if (posting) return;
      say("Not saved yet: no connection. " + safe());
    }
    clearTimeout(waiting);
    waiting = setTimeout(save, 5000);
  }

  function safe() {
    return kept ? "What you typed is kept on this device." : "What you typed is kept on this page.";
  }

  function say(words) {
    if (status && status.textContent !== words) status.textContent = words;
  }
}

function time(at) {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

// The answers by the name of their box; never the form's own hidden fields, nor a password.
function answers(form) {
  const all = {};
  for (const box of form.elements) {
    if (!box.name || box.name.startsWith("_") || ["hidden", "password", "submit", "button", "file", "fieldset"].includes(box.type)) continue;
    all[box.name] ??= [];
    if (box.type === "checkbox" || box.type === "radio") {
      if (box.checked) all[box.name].push(box.value);
    } else if (box.value) all[box.name].push(box.value);
  }
  return all;
}

// Puts back what was typed and is not in the form. A box that somebody has changed on the server since keeps both.
function restore(form, server, copy) {
  let any = false;
  for (const field of Object.keys(copy.fields)) {
    const typed = copy.fields[field];
    const now = answers(form)[field];
    if (!now || same(typed, copy.began[field] ?? []) || same(typed, now)) continue;
    const boxes = [...form.elements].filter((box) => box.name === field);
    for (const box of boxes) {
      if (box.type === "checkbox" || box.type === "radio") box.checked = typed.includes(box.value);
      else if (same(now, copy.began[field] ?? []) || box.tagName !== "TEXTAREA") box.value = typed[0] ?? "";
      else if (!now[0].includes(typed[0] ?? "")) box.value = now[0] + "\n\nTyped on this device at " + time(copy.at) + ":\n" + (typed[0] ?? "");
      else continue;
      any = true;
    }
  }
  return any;
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// On every page: what was typed elsewhere and has not been saved.
function remind() {
  const here = document.querySelector("form[data-draft]")?.dataset.draft;
  const unsaved = [...new Set(items().map(addressOf))].filter((address) => address !== here && address.startsWith("/"));
  const main = document.querySelector("main");
  if (!unsaved.length || !main) return;
  const note = document.createElement("div");
  note.className = "govuk-inset-text lantern-no-print";
  note.id = "lantern-unsaved";
  note.tabIndex = -1;
  note.append("Something you typed on this device is not saved yet: ");
  unsaved.forEach((address, n) => {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = address;
    link.textContent = unsaved.length > 1 ? "open form " + (n + 1) : "open the form";
    note.append(n ? ", " : "", link);
  });
  main.prepend(note);
}

// Signing out clears this browser: not before what is not saved was seen.
function guard(signOut) {
  let told = false;
  signOut.addEventListener("submit", (event) => {
    if (told || !items().length) return;
    told = true;
    event.preventDefault();
    if (!document.getElementById("lantern-unsaved")) remind();
    const note = document.getElementById("lantern-unsaved") ?? document.querySelector("[data-draft-status]");
    note?.append(" Signing out removes it. Press Sign out again to sign out all the same.");
    note?.focus();
    note?.scrollIntoView({ block: "center" });
  });
}
