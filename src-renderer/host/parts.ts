/** Large bytes on their way between the window and the main process of the desktop edition: a part at a time, so that the window draws between any two. */
import { FILE_PART_BYTES, MAX_OPEN_BYTES } from '../../src-main/bridge/host-api';
import { HostError } from '../../src-main/bridge/host-error';

/** All of what begins with `first`; `next` gives the part from a byte on. */
export const takeParts = async ({ size, bytes: first }: { readonly size: number; readonly bytes: Uint8Array }, next: (from: number) => Promise<Uint8Array>): Promise<Uint8Array> => {
  if (first.length === size) return first;
  const bytes = new Uint8Array(size);
  bytes.set(first);
  for (let at = first.length; at < size;) {
    const part = await next(at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** Hands over all parts but the first, which goes with the message that needs them. Gives that first one, and how many are held. Rejects with `host.tooLarge`. */
export const giveParts = async (bytes: Uint8Array, hold: (part: number, bytes: Uint8Array) => Promise<void>): Promise<{ readonly first: Uint8Array; readonly parts: number }> => {
  if (bytes.length > MAX_OPEN_BYTES) throw new HostError('host.tooLarge');
  const part = (number: number): Uint8Array => bytes.slice(number * FILE_PART_BYTES, (number + 1) * FILE_PART_BYTES);
  const parts = Math.max(0, Math.ceil(bytes.length / FILE_PART_BYTES) - 1);
  for (let number = 0; number < parts; number += 1) await hold(number, part(number + 1));
  return { first: part(0), parts };
};
