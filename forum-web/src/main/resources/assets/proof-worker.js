// Off the page's own thread: looks for a number such that SHA-256 of "seal:number" begins with so many zero bits.
const AT_ONCE = 512;
const encoder = new TextEncoder();

onmessage = async ({ data: { seal, bits } }) => {
  for (let from = 0; ; from += AT_ONCE) {
    const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => hash(`${seal}:${from + i}`)));
    const at = hashes.findIndex((each) => zeroBits(each) >= bits);
    if (at >= 0) {
      postMessage(String(from + at));
      return;
    }
  }
};

async function hash(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
}

function zeroBits(octets) {
  const first = octets.findIndex((each) => each !== 0);
  return first < 0 ? octets.length * 8 : first * 8 + Math.clz32(octets[first]) - 24;
}
