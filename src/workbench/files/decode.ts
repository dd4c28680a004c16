export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text of a file that does not say its encoding, or says it with a byte order mark. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes);
  const text =
    encoding === "windows-1252" ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { text, encoding };
}

/**
 * Byte order mark first; then UTF-16 by its zero bytes (Western text has one in every pair); then UTF-8 if the
 * bytes are valid UTF-8, which other encodings practically never are by chance; else Windows-1252, what Excel on a
 * Western Windows saves as "CSV".
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4096);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) zerosAtEven++;
    else zerosAtOdd++;
  });
  const many = head.length / 8;
  if (zerosAtOdd > many && zerosAtEven < many / 4) return "utf-16le";
  if (zerosAtEven > many && zerosAtOdd < many / 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The bytes 0x80 to 0x9F, where Windows-1252 is not Latin-1; some versions of Node decode them as if it were. */
const beyondLatin1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = new TextDecoder("latin1").decode(bytes);
  return latin1.replace(/[\u0080-\u009f]/g, (char) => beyondLatin1.charAt(char.charCodeAt(0) - 0x80));
}
