import { element, insert, settled } from "./dom.js";

const WORD = /(?:^|[^\w@])@([a-z0-9-]{2,30})$/i;

// Offers members' names: after an @ in a text, and in fields that ask for a username.
export function completeMembers() {
  for (const field of document.querySelectorAll("[data-mentions]")) {
    new Completion(field, (before) => before.match(WORD)?.[1], true).start();
  }
  for (const field of document.querySelectorAll("[data-members]")) {
    new Completion(field, (before) => (before.length > 1 ? before : undefined), false).start();
  }
}

class Completion {
  #names = [];
  #chosen = 0;

  constructor(field, wordBefore, inText) {
    this.field = field;
    this.wordBefore = wordBefore;
    this.inText = inText;
    this.list = element("ul", { class: "names", role: "listbox", id: `${field.id}-names`, "aria-label": "Members", hidden: true });
    this.said = element("p", { class: "unseen", role: "status" });
  }

  start() {
    this.field.after(this.list, this.said);
    this.field.setAttribute("aria-autocomplete", "list");
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.addEventListener("input", settled(150, () => this.#ask()));
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("blur", () => this.#close());
  }

  #word() {
    return this.wordBefore(this.field.value.slice(0, this.field.selectionStart));
  }

  async #ask() {
    const word = this.#word();
    if (!word) {
      this.#close();
      return;
    }
    try {
      const answer = await fetch(`/members/names?begin=${encodeURIComponent(word.toLowerCase())}`);
      const found = answer.ok ? (await answer.json()).items : [];
      if (word === this.#word() && document.activeElement === this.field) {
        this.#open(found);
      }
    } catch {
      this.#close();
    }
  }

  #open(found) {
    this.#names = found;
    this.#chosen = 0;
    this.list.replaceChildren(...found.map((member, index) => this.#option(member, index)));
    this.list.hidden = found.length === 0;
    this.said.textContent = found.length ? `${found.length} names; arrows choose, enter takes` : "";
    this.#mark();
  }

  #option(member, index) {
    const option = element("li", { role: "option", id: `${this.list.id}-${index}` }, element("strong", {}, member.username));
    if (member.name && member.name !== member.username) {
      option.append(" ", element("span", { class: "soft" }, member.name));
    }
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.#take(index);
    });
    return option;
  }

  #key(event) {
    if (this.list.hidden) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#chosen = (this.#chosen + step + this.#names.length) % this.#names.length;
      this.#mark();
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.#take(this.#chosen);
    } else if (event.key === "Escape") {
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
  }

  #mark() {
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", index === this.#chosen));
    if (this.list.hidden) {
      this.field.removeAttribute("aria-activedescendant");
    } else {
      this.field.setAttribute("aria-activedescendant", `${this.list.id}-${this.#chosen}`);
    }
  }

  #take(index) {
    const name = this.#names[index].username;
    const end = this.field.selectionStart;
    this.field.setSelectionRange(end - this.#word().length, end);
    insert(this.field, this.inText ? `${name} ` : name);
    this.#close();
  }

  #close() {
    this.list.hidden = true;
    this.#mark();
  }
}
