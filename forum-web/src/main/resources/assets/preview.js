import { element, settled } from "./dom.js";

// Shows how a post will look while it is written. The text is rendered by the server, as it will be when it is posted.
export function previews() {
  for (const place of document.querySelectorAll("[data-preview]")) {
    const form = place.closest("form");
    const area = form?.querySelector("[data-editor] textarea");
    if (area) {
      new Preview(place, form, area).start();
    }
  }
}

class Preview {
  #asked = 0;

  constructor(place, form, area) {
    this.place = place;
    this.form = form;
    this.area = area;
  }

  start() {
    // A reader of the screen asks for the preview; it is not read out at every key.
    this.place.removeAttribute("aria-live");
    this.area.addEventListener("input", settled(400, () => this.#show()));
  }

  async #show() {
    const asked = ++this.#asked;
    const text = this.area.value;
    if (!text.trim()) {
      this.place.replaceChildren();
      return;
    }
    const fields = new URLSearchParams({ body: text });
    const csrf = this.form.elements.namedItem("csrf");
    if (csrf) {
      fields.set("csrf", csrf.value);
    }
    try {
      const answer = await fetch("/preview", { method: "POST", body: fields });
      const html = answer.ok ? await answer.text() : null;
      if (html !== null && asked === this.#asked) {
        this.#put(html);
      }
    } catch {
      // Without a connection the last preview stays.
    }
  }

  #put(html) {
    const prose = element("div", { class: "prose", dir: "auto" });
    prose.innerHTML = html;
    const head = element("h2", {}, "This is how it will look");
    this.place.replaceChildren(element("section", { class: "preview", "aria-label": "Preview" }, head, prose));
  }
}
