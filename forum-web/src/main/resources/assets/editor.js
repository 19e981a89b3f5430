import { element, icon, insert } from "./dom.js";

const TOOLS = [
  { name: "Bold", icon: "bold", key: "b", around: ["**", "**"], empty: "bold" },
  { name: "Italic", icon: "italic", key: "i", around: ["*", "*"], empty: "italic" },
  { name: "Link", icon: "link", key: "k", around: ["[", "](https://)"], empty: "words" },
  { name: "Code", icon: "code", around: ["`", "`"], empty: "code" },
  { name: "Quote", icon: "quote", before: "> " },
  { name: "List", icon: "list", before: "- " },
];

// Puts a small row of buttons over each Markdown box.
export function editors() {
  for (const field of document.querySelectorAll("[data-editor]")) {
    const area = field.querySelector("textarea");
    const row = element("div", { class: "toolbar", role: "toolbar", "aria-label": "Format", "aria-controls": area.id });
    TOOLS.forEach((tool, index) => row.append(button(tool, area, index)));
    row.addEventListener("keydown", walk);
    area.before(row);
    area.addEventListener("keydown", (event) => shortcut(event, area));
  }
}

function button(tool, area, index) {
  const keys = tool.key ? ` (Ctrl ${tool.key.toUpperCase()})` : "";
  const made = element(
    "button",
    { type: "button", class: "quiet tool", "aria-label": tool.name, title: tool.name + keys, tabindex: index === 0 ? "0" : "-1" },
    icon(tool.icon),
  );
  made.addEventListener("click", () => use(tool, area));
  return made;
}

// One stop for the tab key, arrows inside, as the ARIA Authoring Practices have it for toolbars.
function walk(event) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = buttons.indexOf(document.activeElement);
  if (step && at >= 0) {
    const next = buttons[(at + step + buttons.length) % buttons.length];
    buttons.forEach((each) => each.setAttribute("tabindex", each === next ? "0" : "-1"));
    next.focus();
    event.preventDefault();
  }
}

function shortcut(event, area) {
  const tool = TOOLS.find((each) => each.key === event.key);
  if (tool && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    use(tool, area);
  }
}

function use(tool, area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  if (tool.before) {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    area.setSelectionRange(from, end);
    insert(area, value.slice(from, end).replace(/^/gm, tool.before));
    return;
  }
  const chosen = value.slice(start, end) || tool.empty;
  insert(area, tool.around[0] + chosen + tool.around[1]);
  area.setSelectionRange(start + tool.around[0].length, start + tool.around[0].length + chosen.length);
}
