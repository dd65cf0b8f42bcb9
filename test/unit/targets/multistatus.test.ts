/** Listings of servers that mean harm. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HostError } from '../../../src-main/bridge/host-error';
import { MultistatusReader, nameInside } from '../../../src-main/exchange-targets/multistatus';
import { bytesOf } from './samples';

const FOLDER = new URL('https://cloud.example.org/dav/Schimb%20%C8%99/packages/');

const read = (xml: string, pieces = 1): ReturnType<MultistatusReader['end']> => {
  const reader = new MultistatusReader(FOLDER);
  const bytes = bytesOf(xml);
  const step = Math.ceil(bytes.byteLength / pieces);
  for (let at = 0; at < bytes.byteLength; at += step) reader.write(bytes.subarray(at, at + step));
  return reader.end();
};

const entry = (href: string, inner = '<D:getcontentlength>5</D:getcontentlength><D:resourcetype/>'): string =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${inner}</D:prop></D:propstat></D:response>`;
const listing = (...entries: string[]): string => `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${entries.join('')}</D:multistatus>`;

describe('a listing', () => {
  test('is read the same in any pieces, whatever prefix the server likes', () => {
    const xml = listing(entry('/dav/Schimb%20%C8%99/packages/'), entry('/dav/Schimb%20%C8%99/packages/a%20%C8%99.json'), entry(`${FOLDER.href}dosar/`, '<D:resourcetype><D:collection/></D:resourcetype>'));
    const expected = [{ name: 'a ș.json', isFolder: false, size: 5 }, { name: 'dosar', isFolder: true, size: null }];
    for (const pieces of [1, 2, 7, 400]) expect(read(xml, pieces)).toEqual(expected);
    expect(read(xml.replaceAll('D:', 'oc:').replace('xmlns:oc:', 'xmlns:').replace('xmlns:D="DAV:"', 'xmlns:oc="DAV:"'))).toEqual(expected);
  });

  test.each(['../secret', '/dav/other/x', 'https://evil.example/dav/Schimb%20%C8%99/packages/x', '/dav/Schimb%20%C8%99/packages/..%2F..%2Fx', '/dav/Schimb%20%C8%99/packages/a/b', '/dav/Schimb%20%C8%99/packages/a%5Cb', '/dav/Schimb%20%C8%99/packages/%00', '/dav/Schimb%20%C8%99/packages/%zz', '//evil/x', ''])('has no entry %j', (href) => {
    expect(read(listing(entry(href)))).toEqual([]);
  });

  test.each([
    ['a document type with entities', '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><D:multistatus xmlns:D="DAV:">&b;</D:multistatus>'],
    ['an external entity', '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><D:multistatus xmlns:D="DAV:"/>'],
    ['an unknown entity', '<D:multistatus xmlns:D="DAV:">&x;</D:multistatus>'],
    ['a page', '<html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['half an answer', '<D:multistatus xmlns:D="DAV:"><D:response>'],
    ['depth without end', `<D:multistatus xmlns:D="DAV:">${'<a>'.repeat(100)}${'</a>'.repeat(100)}</D:multistatus>`],
    ['a text without end', listing(entry('x'.repeat(10_000)))],
    ['another namespace', '<multistatus xmlns="urn:x"/>'],
  ])('is refused with %s in it', (_name, xml) => {
    expect(() => read(xml)).toThrow('HOST:target.badAnswer');
  });

  test('with more entries than anyone needs is refused, not cut', () => {
    const many = Array.from({ length: 50_001 }, (_each, index) => entry(`/dav/Schimb%20%C8%99/packages/${index}`));
    expect(() => read(listing(...many))).toThrow('HOST:target.tooManyFiles');
  });

  test('of any bytes is read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const reader = new MultistatusReader(FOLDER);
      try {
        reader.write(bytes);
        reader.end();
      } catch (error) {
        expect(error).toBeInstanceOf(HostError);
      }
    }));
  });

  test('gives no name that is a path', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = nameInside(`${FOLDER.pathname}${text}`, FOLDER);
      if (name !== null) expect(name).toMatch(/^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u);
    }));
  });
});
