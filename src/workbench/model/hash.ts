/** A running fingerprint of cell values (two independent 32-bit hashes), to tell whether a call's arguments changed. */
export class Hash {
  private a = 0x811c9dc5;
  private b = 0x9e3779b9;
  private count = 0;
  /** Words repeat in a column; a column of the same thousand words costs a thousand hashes. */
  private readonly words = new Map<string, number>();

  add(value: unknown): void {
    this.count++;
    if (typeof value === "number") {
      float[0] = value;
      this.mix(bits[0] ?? 0);
      this.mix(bits[1] ?? 0);
    } else if (typeof value === "string") this.mix(this.word(value));
    else this.mix(value === true ? 3 : value === false ? 5 : 7);
  }

  separator(): void {
    this.mix(0x5bd1e995);
  }

  text(): string {
    return `${this.count}:${this.a.toString(36)}:${this.b.toString(36)}`;
  }

  private mix(part: number): void {
    this.a = Math.imul(this.a ^ part, 0x01000193) >>> 0;
    this.b = (Math.imul(this.b, 31) + Math.imul(part, 0x85ebca6b) + (this.b >>> 15)) >>> 0;
  }

  private word(text: string): number {
    let hash = this.words.get(text);
    if (hash === undefined) {
      hash = text.length;
      for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) | 0;
      this.words.set(text, hash);
    }
    return hash;
  }
}

const float = new Float64Array(1);
const bits = new Uint32Array(float.buffer);
