/** Part of the language's platforms that no `lib` of the pure rooms has. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Where a NUL tells a binary file. Bytes. */
const PROBE = 8 * 1024;

/**
 * A file's text without its byte order mark: UTF-16 where the mark says so, else UTF-8. A byte that fits neither becomes a
 * replacement character, so everything around it is still scanned. `undefined` for a binary file.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, PROBE).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}
