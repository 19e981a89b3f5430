// The full time on hover in the reader's own zone; the markup holds it in UTC.
export function localTimes() {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.title = `${format.format(new Date(time.dateTime))}, ${time.title}`;
  }
  sayHowLongAgo();
  setInterval(sayHowLongAgo, 60_000);
}

// A page that is kept for many readers holds dates; what is young gets words, as a page of a member's has them.
function sayHowLongAgo() {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60_000);
    if (minutes >= 0 && minutes <= 30 * 24 * 60) {
      time.textContent = ago(minutes);
    }
  }
}

function ago(minutes) {
  if (minutes === 0) {
    return "just now";
  }
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) {
    return counted(days, "day");
  }
  return hours > 0 ? counted(hours, "hour") : counted(minutes, "minute");
}

function counted(number, unit) {
  return number === 1 ? `1 ${unit} ago` : `${number} ${unit}s ago`;
}
