// The running total of an assessment, and each answer saved as it is given. Without this script the page is saved with its buttons, and totalled when it is.
const status = document.querySelector("[data-assessing]");
const form = status?.closest("form");

if (form) {
  const bands = status.dataset.bands ? status.dataset.bands.split("|").map(band) : [];
  form.addEventListener("change", (event) => {
    if (/^a-/.test(event.target.name)) total(bands);
    if (/^[ans]-/.test(event.target.name)) save(event.target);
  });
  addEventListener("pageshow", () => total(bands));
}

function band(words) {
  const at = words.indexOf(" ");
  return { from: Number(words.slice(0, at)), words: words.slice(at + 1) };
}

function total(bands) {
  const chosen = [...form.querySelectorAll("input[type=radio][name^='a-']:checked")];
  const points = chosen.reduce((sum, each) => sum + Number(each.dataset.points), 0);
  const unknown = chosen.filter((each) => each.value === "not-known").length;
  const open = Number(status.dataset.items) - chosen.length;
  const scored = status.dataset.scored === "true";
  const reached = bands.findLast((each) => points >= each.from);
  status.textContent =
    (scored ? "Scored " + points + ", " : "") +
    (unknown === 1 ? "1 item" : unknown + " items") +
    " not known" +
    (open ? ", " + open + " not answered yet" : "") +
    (reached ? ": " + reached.words : "");
}

async function save(field) {
  const body = new URLSearchParams();
  for (const each of form.querySelectorAll("input[type=hidden]")) if (each.name !== "_form") body.append(each.name, each.value);
  body.append("box", field.name);
  body.append("value", field.value);
  try {
    const answer = await fetch(status.dataset.assessing, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok) return;
    const said = await answer.json();
    if (said.clash) status.textContent = said.clash;
  } catch {
    // The draft keeps it, and the next saving of the page sends it.
  }
}
