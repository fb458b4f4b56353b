// Passkeys (W3C Web Authentication). Without this script people sign in with a password and a code.
const adding = document.querySelector("[data-passkey-add]");
const signingIn = document.querySelector("[data-passkey-sign-in]");

if (window.PublicKeyCredential) {
  if (adding) begin(adding, "/account/passkeys/challenge", add);
  if (signingIn) begin(signingIn, "/sign-in/passkey/challenge", signIn);
}

function begin(part, challenge, ask) {
  const form = part.querySelector("form");
  const status = part.querySelector("[data-passkey-status]");
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    if (part === signingIn) typedAbove(form);
    status.textContent = "Waiting for your passkey";
    try {
      const asked = await fetch(challenge, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const options = await asked.json();
      if (!asked.ok) throw new Error(options.message);
      form.elements.answer.value = JSON.stringify(answerOf(await ask(options)));
      form.submit();
    } catch (failure) {
      const unused = failure instanceof DOMException || !failure.message;
      status.textContent = unused ? "No passkey was used. Try again, or use a code." : failure.message;
    }
  });
}

// A passkey that does not ask who holds it needs the email address and password of the form above.
function typedAbove(form) {
  const above = document.querySelector("form[action='/sign-in']");
  for (const name of ["email", "password"]) form.elements[name].value = above.elements[name].value;
}

function add(options) {
  return navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map(known),
    },
  });
}

function signIn(options) {
  return navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: options.allowCredentials.map(known) },
  });
}

function known(credential) {
  return { ...credential, id: bytes(credential.id) };
}

// As PublicKeyCredential.toJSON, which not every browser in use has.
function answerOf(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {} };
}

function bytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
