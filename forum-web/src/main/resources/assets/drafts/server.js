import { settled } from "../dom.js";

// Keeps what is typed on the server too, for its writer alone, so that it can be gone on with on another device.
export function keepOnServer() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    new Kept(form).start();
  }
}

class Kept {
  #sending;
  #sent = false;

  constructor(form) {
    this.form = form;
    this.state = form.querySelector("[data-draft-state]");
  }

  start() {
    this.form.addEventListener("input", settled(2000, () => this.#save()));
    // What is being posted must not come back as a draft.
    this.form.addEventListener("submit", () => {
      this.#sent = true;
      this.#sending?.abort();
    });
    // The page may come back from the browser's own memory.
    addEventListener("pageshow", () => (this.#sent = false));
  }

  async #save() {
    if (this.#sent) {
      return;
    }
    this.#sending?.abort();
    this.#sending = new AbortController();
    try {
      const body = new URLSearchParams(new FormData(this.form));
      const answer = await fetch(this.form.dataset.draft, { method: "POST", body, signal: this.#sending.signal });
      this.#say(answer.ok ? "Draft kept" : "The draft could not be kept here; it is in this browser.");
    } catch {
      // Without a connection the text stays in this browser.
    }
  }

  #say(words) {
    if (this.state) {
      this.state.textContent = words;
    }
  }
}
