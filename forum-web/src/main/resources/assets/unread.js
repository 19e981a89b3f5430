import { element } from "./dom.js";

const SOONEST = 60_000;
const LATEST = 600_000;

// Tells of new letters, notices, answers and threads without a reload. It asks only while the page is looked at, and
// less often the longer nothing comes.
export function watchUnread() {
  const ways = [counts(), answers(), threads()].filter(Boolean);
  if (ways.length === 0) {
    return;
  }
  let wait = SOONEST;
  let next;
  const ask = async () => {
    clearTimeout(next);
    if (document.visibilityState === "visible") {
      const news = await Promise.all(ways.map((way) => way().catch(() => false)));
      wait = news.some(Boolean) ? SOONEST : Math.min(wait * 1.5, LATEST);
      next = setTimeout(ask, wait);
    }
  };
  next = setTimeout(ask, wait);
  document.addEventListener("visibilitychange", () => {
    wait = SOONEST;
    ask();
  });
}

function counts() {
  const link = (href) => document.querySelector(`.sections a[href="${href}"]`);
  return link("/letters") && (async () => {
    const { letters, notices, changed } = await json("/unread");
    show(link("/letters"), letters);
    show(link("/notices"), notices);
    return changed;
  });
}

function show(link, count) {
  link?.querySelector(".mark")?.remove();
  if (link && count > 0) {
    const words = element("span", { class: "unseen" }, " unread");
    link.append(element("span", { class: "mark" }, count > 99 ? "99+" : String(count), words));
  }
}

function answers() {
  const thread = document.querySelector("[data-thread]");
  const place = document.querySelector("[data-news]");
  return thread && place && (async () => {
    const { posts, href, changed } = await json(`/t/${thread.dataset.thread}/news?after=${thread.dataset.last}`);
    tell(place, posts, posts === 1 ? "1 new answer" : `${posts} new answers`, href);
    return changed;
  });
}

function threads() {
  const place = document.querySelector("[data-list-news]");
  return place && (async () => {
    const { threads, changed } = await json(place.dataset.listNews);
    const words = threads === 1 ? "1 thread with something new" : `${threads} threads with something new`;
    tell(place, threads, words, location.pathname);
    return changed;
  });
}

function tell(place, count, words, href) {
  if (count > 0 && !place.hasChildNodes()) {
    place.append(element("span", {}), " ", element("a", { class: "button button--second", href }, "Show"));
  }
  if (count > 0) {
    place.firstChild.textContent = words;
  }
}

const known = new Map();

// The browser asks with the tag of the answer that it has; `changed` says whether it was another.
async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const text = await answer.text();
  const changed = known.has(address) && known.get(address) !== text;
  known.set(address, text);
  return { ...JSON.parse(text), changed };
}
