/** The one thing `dockerfile-ast` asks of Node's `Buffer`: the UTF-8 bytes of a character. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
