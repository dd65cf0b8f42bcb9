import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originOf } from '../../../src-main/protocol/origin';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../../src-main/protocol/security-headers';
import { answerFromFolder } from '../../../src-main/protocol/static-folder';
import { temporaryFolders } from './temporary-folder';

const folder = temporaryFolders();

/** A served folder with a secret beside it. */
const site = (): string => {
  const place = folder();
  mkdirSync(path.join(place, 'web/assets'), { recursive: true });
  writeFileSync(path.join(place, 'web/index.html'), '<!doctype html>');
  writeFileSync(path.join(place, 'web/assets/a ș.js'), '1');
  writeFileSync(path.join(place, 'secret'), 'secret');
  mkdirSync(path.join(place, 'web-private'));
  writeFileSync(path.join(place, 'web-private/secret'), 'secret');
  return path.join(place, 'web');
};

describe('the served folder', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'], ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/assets/a%20%C8%99.js', 200, 'text/javascript; charset=utf-8'],
    ['/none.js', 404, 'text/plain; charset=utf-8'], ['/assets', 404, 'text/plain; charset=utf-8'], ['/assets/', 404, 'text/plain; charset=utf-8'],
    ['/../secret', 403, 'text/plain; charset=utf-8'], ['/..%2fsecret', 403, 'text/plain; charset=utf-8'], ['/../web-private/secret', 403, 'text/plain; charset=utf-8'],
    ['/%00', 400, 'text/plain; charset=utf-8'], ['/a%5c..%5csecret', 400, 'text/plain; charset=utf-8'], ['/%E0', 400, 'text/plain; charset=utf-8'],
  ])('answers %s with %i', async (pathname, status, type) => {
    const answer = await answerFromFolder(site(), 'GET', pathname);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...SECURITY_HEADERS, 'content-type': type });
  });

  test('never gives away what lies beside it', async () => {
    const root = site();
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2E.', 'secret', 'web-private', '/', '%2f', '%5c', '\\', '%00', 'assets', '');
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const { body } = await answerFromFolder(root, 'GET', `/${parts.join('/')}`);
      expect(new TextDecoder().decode(body ?? new Uint8Array())).not.toContain('secret');
    }), { numRuns: 300 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('refuses the method %j', async (method) => {
    expect((await answerFromFolder(site(), method, '/')).status).toBe(405);
  });

  test('answers HEAD without a body and with its length', async () => {
    const answer = await answerFromFolder(site(), 'HEAD', '/');
    expect(answer).toMatchObject({ status: 200, body: null });
    expect(answer.headers['content-length']).toBe('15');
  });
});

describe('the content policy', () => {
  const directives = new Map(CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }));

  test('starts from nothing and opens to nobody else', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src', 'font-src']) expect(directives.get(name), name).toEqual(["'self'"]);
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name), name).toEqual(["'none'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|strict-dynamic/u);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(['caiet-import', 'caiet-safety', 'caiet-packages', 'caiet-files', 'caiet-store']);
  });
});

test.each([
  ['app://caiet/index.html', 'app://caiet'], ['app://caiet:1/', 'app://caiet:1'], ['app://caiet.evil/', 'app://caiet.evil'],
  ['http://127.0.0.1:47821/x', 'http://127.0.0.1:47821'], ['', 'invalid:'], ['nonsense', 'invalid:'], ['about:blank', 'about://'],
])('the origin of %j is %j', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
