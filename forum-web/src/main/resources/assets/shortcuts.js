import { element } from "./dom.js";

const OFF = "shortcuts-off";
const WAYS = { b: "/", l: "/latest", m: "/letters" };
const LIST = [
  ["?", "this list"],
  ["g b", "go to the boards"],
  ["g l", "go to the latest threads"],
  ["g m", "go to your letters"],
  ["/", "search"],
  ["j", "next post or thread"],
  ["k", "the one before"],
  ["r", "write a reply"],
];

// Single keys, never while something is typed; they can be switched off (WCAG 2.2, 2.1.4).
export function shortcuts() {
  let going = false;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "?") {
      show();
    } else if (!off()) {
      act(event, going);
    }
    going = event.key === "g";
  });
}

function act(event, going) {
  if (going && WAYS[event.key]) {
    location.assign(WAYS[event.key]);
  } else if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
  } else if (keyed(event.key)) {
    event.preventDefault();
    keyed(event.key).click();
  } else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[role=search] input")?.focus();
  } else if (event.key === "r") {
    const area = document.querySelector(".reply textarea");
    if (area) {
      event.preventDefault();
      area.focus();
    }
  }
}

// What the page itself names a key for: the moderators' decisions.
function keyed(key) {
  return [...document.querySelectorAll("[data-key]")].find((place) => place.dataset.key === key);
}

function step(by) {
  const stops = [...document.querySelectorAll(".post, .thread-title a")];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[at < 0 && by < 0 ? stops.length - 1 : at + by];
  if (next) {
    if (!next.matches("a")) {
      next.tabIndex = -1;
    }
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

function show() {
  const list = element("dl", { class: "keys" });
  const own = [...document.querySelectorAll("[data-key]")].map((place) => [place.dataset.key, place.dataset.keySays]);
  for (const [keys, what] of [...LIST, ...own]) {
    list.append(element("div", {}, element("dt", {}, element("kbd", {}, keys)), element("dd", {}, what)));
  }
  const box = element("input", { type: "checkbox", id: "keys-on", checked: !off() });
  box.addEventListener("change", () => remember(!box.checked));
  const choice = element("div", { class: "choice" }, box, element("label", { for: "keys-on" }, "Use these keys in this browser"));
  const close = element("form", { method: "dialog" }, element("button", { class: "button button--second" }, "Close"));
  const dialog = element("dialog", { "aria-label": "Keyboard" }, element("h2", {}, "Keyboard"), list, choice, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function off() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

function remember(isOff) {
  try {
    localStorage.setItem(OFF, isOff ? "yes" : "no");
  } catch {
    // Nothing is kept, and the keys stay on.
  }
}
