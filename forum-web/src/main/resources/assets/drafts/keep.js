import { element, settled } from "../dom.js";

const PREFIX = "draft:";
const LIFE = 7 * 24 * 60 * 60 * 1000;

// Keeps what is typed in this browser until it has arrived, so that a lost connection loses no text. It is bound to
// the member, forgotten after a week, and at sign-out.
export function keepDrafts() {
  try {
    forgetOld();
    const forms = [...document.querySelectorAll("form[data-keep]")].map((form) => new Draft(form));
    forgetArrived(forms);
    forms.forEach((draft) => draft.start());
    document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", forgetAll);
  } catch {
    // A browser that stores nothing keeps no drafts; the form works as it is.
  }
}

class Draft {
  constructor(form) {
    this.form = form;
    // Not form.action: that is the form's button of this name.
    const address = new URL(form.getAttribute("action"), location.href);
    this.key = `${PREFIX}${document.documentElement.dataset.me ?? ""}:${address.pathname}`;
    this.fields = [...form.elements].filter((field) => field.matches("textarea, input:not([type])"));
  }

  start() {
    this.#bringBack();
    this.form.addEventListener("input", settled(300, () => this.#save()));
    this.form.addEventListener("submit", (event) => this.#send(event));
  }

  // True when the server shows what was typed, with an error or a preview.
  shows(values) {
    return this.fields.every((field) => field.value === (values[field.name] ?? field.value));
  }

  #save() {
    const typed = this.#each((field) => field.value);
    const base = this.#each((field) => field.defaultValue);
    if (this.fields.some((field) => field.value !== field.defaultValue)) {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), base, typed }));
    } else {
      localStorage.removeItem(this.key);
    }
  }

  #each(what) {
    return Object.fromEntries(this.fields.map((field) => [field.name, what(field)]));
  }

  #send(event) {
    if (!navigator.onLine) {
      event.preventDefault();
      this.#say("There is no connection. Your text is kept here; send it when the connection is back.");
    } else if (localStorage.getItem(this.key)) {
      sessionStorage.setItem(`sent:${this.key}`, "yes");
    }
  }

  // Only into a form as it was when the typing began, or with an older draft: else what the server shows is newer.
  #bringBack() {
    const kept = read(this.key);
    const newer = this.shows(kept?.base ?? {}) || kept.at > Date.parse(this.form.dataset.draftAt);
    if (!kept || !newer || this.shows(kept.typed)) {
      return;
    }
    for (const field of this.fields) {
      field.value = kept.typed[field.name] ?? field.value;
    }
    this.#say("What you wrote here before is back.", this.#drop());
  }

  #drop() {
    const button = element("button", { type: "button", class: "quiet" }, "Drop it");
    button.addEventListener("click", () => {
      localStorage.removeItem(this.key);
      this.fields.forEach((field) => (field.value = field.defaultValue));
      this.note.remove();
    });
    return button;
  }

  #say(...words) {
    this.note?.remove();
    this.note = element("p", { class: "note draft-note", role: "status" }, ...words);
    this.form.prepend(this.note);
  }
}

// A form was sent, and a page came that does not show its text again: it has arrived. After going back or reloading,
// the page says nothing about that.
function forgetArrived(drafts) {
  const came = performance.getEntriesByType("navigation")[0]?.type;
  for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith("sent:"))) {
    const key = name.slice("sent:".length);
    const kept = read(key);
    const shownAgain = kept && drafts.some((draft) => draft.key === key && draft.shows(kept.typed));
    if (came === "navigate" && !shownAgain && !document.querySelector(".error-page")) {
      localStorage.removeItem(key);
    }
    sessionStorage.removeItem(name);
  }
}

function read(key) {
  return JSON.parse(localStorage.getItem(key) ?? "null");
}

function forgetOld() {
  for (const key of keys()) {
    const kept = read(key);
    if (!(kept?.at > Date.now() - LIFE)) {
      localStorage.removeItem(key);
    }
  }
}

function forgetAll() {
  keys().forEach((key) => localStorage.removeItem(key));
}

function keys() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}
