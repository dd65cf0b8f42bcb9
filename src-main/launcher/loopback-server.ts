/**
 * The browser edition's server: read-only, this machine only. It serves static files and keeps nothing, so it needs no
 * token; it still refuses every way in which another site or machine could reach it.
 */
import http from 'node:http';
import { answerFromFolder, plainAnswer, type StaticAnswer } from '../protocol/static-folder';

/** Part of the origin, and so of the data's address: a browser keeps a separate database for every port. */
export const LOOPBACK_PORT = 47821;

/** Header by which a second start recognises a first. */
export const IDENTITY_HEADER = 'x-app';
export const IDENTITY = 'caiet';

export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const answer = async (request: http.IncomingMessage, folder: string, port: number): Promise<StaticAnswer> => {
  // A foreign name made to resolve to 127.0.0.1 (DNS rebinding) arrives with its own Host.
  if (request.headers.host !== `127.0.0.1:${port}`) return plainAnswer(421, 'wrong host');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return plainAnswer(403, 'cross-site request');
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/u, 1);
  return answerFromFolder(folder, request.method ?? '', pathname);
};

/** Serves `folder`. Rejects with EADDRINUSE when the port is taken; never tries another. `port` 0 is for tests. */
export const startLoopbackServer = (folder: string, port: number = LOOPBACK_PORT): Promise<LoopbackServer> => {
  let bound = port;
  const server = http.createServer((request, response) => {
    void answer(request, folder, bound).then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, [IDENTITY_HEADER]: IDENTITY, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') bound = address.port;
      resolve({ url: `http://127.0.0.1:${bound}/`, port: bound, close });
    });
  });
};

/** Asks whoever holds the port whether it is Caiet. False also when it does not answer within two seconds. */
export const isCaietAt = (port: number): Promise<boolean> => new Promise((resolve) => {
  const request = http.get({ host: '127.0.0.1', port, path: '/', timeout: 2000 }, (response) => {
    response.resume();
    resolve(response.headers[IDENTITY_HEADER] === IDENTITY);
  });
  request.on('timeout', () => request.destroy());
  request.on('error', () => resolve(false));
});
