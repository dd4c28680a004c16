import { TextDecoder, TextEncoder } from "node:util";

/* To be imported first: a page of jsdom lacks what the reader and the writer of files take from Node or a browser. */
Object.assign(globalThis, { TextDecoder, TextEncoder });
