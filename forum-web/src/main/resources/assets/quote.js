import { insert } from "./dom.js";

// Quotes the selected words of a post into the reply. Without a selection the link leads to the whole post's quote.
export function quotes() {
  const area = document.querySelector("#reply textarea");
  if (!area) {
    return;
  }
  for (const link of document.querySelectorAll("[data-quote]")) {
    link.addEventListener("click", (event) => {
      const words = selectedIn(link.closest(".post").querySelector(".prose"));
      if (words) {
        event.preventDefault();
        quote(area, link, words);
      }
    });
  }
}

function selectedIn(prose) {
  const selection = document.getSelection();
  const inside = selection.rangeCount > 0 && prose.contains(selection.getRangeAt(0).commonAncestorContainer);
  return inside ? selection.toString().trim() : "";
}

// The form that the server knows for a quotation: its first words link to the post's permalink.
function quote(area, link, words) {
  const author = link.closest(".post").querySelector(".member").textContent.replace(/[[\]\\]/g, "\\$&");
  const lines = words.split(/\r?\n/).map((line) => (line.trim() ? `> ${line}` : ">"));
  const gap = area.value && !area.value.endsWith("\n\n") ? "\n\n" : "";
  area.setSelectionRange(area.value.length, area.value.length);
  insert(area, `${gap}> [${author} wrote](${link.dataset.quote}):\n>\n${lines.join("\n")}\n\n`);
  area.scrollIntoView({ block: "center" });
}
