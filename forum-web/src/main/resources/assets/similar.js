import { settled } from "./dom.js";

// Shows threads like the one that is begun, while its title is typed.
export function offerSimilar() {
  for (const place of document.querySelectorAll("[data-similar]")) {
    const title = place.closest("form")?.elements.namedItem("title");
    if (title) {
      let asked = 0;
      title.addEventListener(
        "input",
        settled(400, async () => {
          const now = ++asked;
          const html = await similar(title.value);
          if (html !== null && now === asked) {
            place.innerHTML = html;
          }
        }),
      );
    }
  }
}

// Nothing changes without a connection.
async function similar(title) {
  if (title.trim().length < 4) {
    return "";
  }
  try {
    const answer = await fetch(`/search/similar?title=${encodeURIComponent(title)}`);
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
