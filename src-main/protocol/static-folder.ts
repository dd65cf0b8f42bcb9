/** Answers requests from one folder of built files, and from nothing outside it. Knows neither Electron nor HTTP sockets. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SECURITY_HEADERS } from './security-headers';

export interface StaticAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for HEAD. */
  readonly body: Uint8Array<ArrayBuffer> | null;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** A short plain answer that still carries every security header. */
export const plainAnswer = (status: number, text: string): StaticAnswer => ({
  status,
  headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode(text),
});

const decodedPath = (pathname: string): string | null => {
  try {
    const name = decodeURIComponent(pathname);
    return name.includes('\0') || name.includes('\\') ? null : name;
  } catch {
    return null;
  }
};

/** Answers GET and HEAD for the URL path `pathname` (as it was sent, still escaped). */
export const answerFromFolder = async (folder: string, method: string, pathname: string): Promise<StaticAnswer> => {
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'method not allowed');
  const name = decodedPath(pathname);
  if (name === null) return plainAnswer(400, 'bad path');
  const root = path.resolve(folder);
  const file = path.join(root, name === '/' || name === '' ? 'index.html' : name);
  if (!file.startsWith(root + path.sep)) return plainAnswer(403, 'outside the application');
  try {
    const bytes = new Uint8Array(await readFile(file));
    const type = CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { ...SECURITY_HEADERS, 'content-type': type, 'content-length': String(bytes.byteLength) },
      body: method === 'HEAD' ? null : bytes,
    };
  } catch {
    return plainAnswer(404, 'not found');
  }
};
