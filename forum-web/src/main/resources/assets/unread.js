import { element } from "./dom.js";

const EVERY = 60_000;

// Tells of new letters, notices and answers without a reload. It asks only while the page is looked at.
export function watchUnread() {
  const ways = [counts(), answers()].filter(Boolean);
  if (ways.length === 0) {
    return;
  }
  const ask = () => {
    if (document.visibilityState === "visible") {
      ways.forEach((way) => way().catch(() => {}));
    }
  };
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}

function counts() {
  const link = (href) => document.querySelector(`.sections a[href="${href}"]`);
  return link("/letters") && (async () => {
    const { letters, notices } = await json("/unread");
    show(link("/letters"), letters);
    show(link("/notices"), notices);
  });
}

function show(link, count) {
  link.querySelector(".mark")?.remove();
  if (count > 0) {
    const words = element("span", { class: "unseen" }, " unread");
    link.append(element("span", { class: "mark" }, count > 99 ? "99+" : String(count), words));
  }
}

function answers() {
  const thread = document.querySelector("[data-thread]");
  const place = document.querySelector("[data-news]");
  return thread && place && (async () => {
    const { posts, href } = await json(`/t/${thread.dataset.thread}/news?after=${thread.dataset.last}`);
    if (posts > 0 && !place.hasChildNodes()) {
      place.append(element("a", { class: "button button--second", href }, "Show"));
      place.prepend(element("span", {}, ""), " ");
    }
    if (posts > 0) {
      place.firstChild.textContent = posts === 1 ? "1 new answer" : `${posts} new answers`;
    }
  });
}

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}
