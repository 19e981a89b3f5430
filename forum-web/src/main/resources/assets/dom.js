// Builds an element from its name, its attributes and what stands in it. Text stays text.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

// The folder that this module was served from; the other assets lie beside it.
export const assets = new URL(".", import.meta.url).pathname;

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${assets}icons.svg#${name}`);
  drawing.append(use);
  return drawing;
}

// Puts text where the cursor is, so that the browser's own undo can take it back.
export function insert(area, text) {
  area.focus();
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Waits until nothing was called for a while.
export function settled(wait, what) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => what(...values), wait);
  };
}
