// The full time on hover in the reader's own zone; the markup holds it in UTC.
export function localTimes() {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.title = `${format.format(new Date(time.dateTime))}, ${time.title}`;
  }
}
