/** Reading a file in parts: bytes of a hundred megabytes that arrive at once hold the window for several frames. */

/** What a `Blob` offers of itself to code without DOM types. */
interface Parts {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Read and copied within a few milliseconds. */
const PART_BYTES = 4 * 1024 * 1024;

/** The whole file. Rejects as the platform does, also when the file has become shorter meanwhile. */
export const readInParts = async (file: Parts): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(file.size);
  for (let at = 0; at < bytes.length; at += PART_BYTES) bytes.set(new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer()), at);
  return bytes;
};
