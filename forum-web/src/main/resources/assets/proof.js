const PROOFS = "[data-proof]";

// A small calculation in the browser shows that somebody takes the trouble. Without it the form waits on the server.
export function proofs() {
  if (window.Worker && window.crypto?.subtle) {
    document.querySelectorAll(PROOFS).forEach(prove);
  }
}

function prove(field) {
  const { form } = field;
  const opened = performance.now();
  const note = form.querySelector("[data-proof-note]");
  const status = form.querySelector("[data-proof-status]");
  note.hidden = true;
  const found = field.value ? Promise.resolve() : find(field).catch(() => (note.hidden = false));
  let ready = false;
  let waiting = false;
  form.addEventListener("submit", async (event) => {
    if (ready) {
      return;
    }
    event.preventDefault();
    if (waiting) {
      return;
    }
    waiting = true;
    status.textContent = "One moment: your browser ends a small calculation that keeps programs away.";
    await found;
    await pause(Number(field.dataset.quickest) + 200 - (performance.now() - opened));
    ready = true;
    status.textContent = "";
    form.requestSubmit(event.submitter);
  });
}

async function find(field) {
  const worker = new Worker(new URL("proof-worker.js", import.meta.url), { type: "module" });
  try {
    field.value = await new Promise((done, failed) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = failed;
      worker.postMessage({ seal: field.dataset.proof, bits: Number(field.dataset.bits) });
    });
  } finally {
    worker.terminate();
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, Math.max(0, milliseconds)));
}
