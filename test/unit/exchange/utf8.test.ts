import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../src-renderer/exchange/utf8';

const platform = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
const ours = (bytes: Uint8Array): string | null => {
  try {
    return decodeUtf8(bytes);
  } catch {
    return null;
  }
};
/** Bytes near the borders of the encoding, where mistakes live. */
const bytes = fc.array(fc.constantFrom(0x00, 0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xbb, 0xf0, 0x8f, 0x90, 0xf4, 0xf5, 0xff), { maxLength: 8 }).map((list) => Uint8Array.from(list));

describe('UTF-8', () => {
  it('is read exactly as the platform reads it, and refused where it refuses', () => {
    fc.assert(fc.property(bytes, (given) => {
      expect(ours(given)).toBe(platform(given));
    }), { numRuns: 1500 });
  });

  it.each([
    ['overlong in three bytes', [0xe0, 0x80, 0xaf]], ['overlong in four bytes', [0xf0, 0x80, 0x80, 0xaf]], ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]], ['cut short', [0xe2, 0x82]],
  ])('refuses what is %s, and says where', (_, sequence) => {
    expect(() => decodeUtf8(Uint8Array.from([0x41, 0x42, ...sequence]))).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'package.notUtf8', data: { offset: 2 } }) }));
  });

  it('is written as the platform writes it, also beyond one chunk', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(1, 700), (text, times) => {
      const long = text.repeat(times);
      expect(Buffer.from(encodeUtf8(long)).equals(Buffer.from(long, 'utf8'))).toBe(true);
      expect(decodeUtf8(encodeUtf8(`x${long}`)) === `x${long}`).toBe(true);
    }), { numRuns: 30 });
  });
});
