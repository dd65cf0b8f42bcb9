/** Stands between Caiet and a WebDAV server and does to single requests what bad lines and full servers do. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export type Fault =
  /** Breaks the line after so many bytes of what is sent up. */
  | { readonly kind: 'cutUpload'; readonly after: number }
  /** Breaks the line after so many bytes of the answer. */
  | { readonly kind: 'cutDownload'; readonly after: number }
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The answer comes in pieces with pauses. */
  | { readonly kind: 'slow'; readonly piece: number; readonly pauseMs: number };

export interface FaultProxy {
  readonly url: string;
  /** Requests that came, as `METHOD path`. */
  readonly seen: string[];
  /** What happens to the requests it is asked about; undefined lets one pass. */
  fault: (method: string, path: string) => Fault | undefined;
  stop(): Promise<void>;
}

const forward = (request: IncomingMessage, upstream: URL): http.ClientRequest => {
  const { destination, ...headers } = request.headers;
  const moved = typeof destination === 'string' ? { destination: new URL(new URL(destination).pathname, upstream).href } : {};
  return http.request(new URL(request.url ?? '/', upstream), { agent: false, method: request.method, headers: { ...headers, ...moved, host: upstream.host } });
};

const passUp = async (request: IncomingMessage, up: http.ClientRequest, fault: Fault | undefined): Promise<boolean> => {
  let passed = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    const room = fault?.kind === 'cutUpload' ? fault.after - passed : piece.byteLength;
    up.write(piece.subarray(0, room));
    passed += piece.byteLength;
    if (room < piece.byteLength) return false;
  }
  up.end();
  return true;
};

const passDown = async (answer: IncomingMessage, response: ServerResponse, fault: Fault | undefined): Promise<void> => {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  let passed = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    if (fault?.kind === 'slow') {
      for (let at = 0; at < piece.byteLength; at += fault.piece) {
        response.write(piece.subarray(at, at + fault.piece));
        await delay(fault.pauseMs);
      }
      continue;
    }
    const room = fault?.kind === 'cutDownload' ? fault.after - passed : piece.byteLength;
    response.write(piece.subarray(0, room));
    passed += piece.byteLength;
    if (room < piece.byteLength) {
      // What was written reaches the other side before the line breaks.
      await delay(20);
      response.destroy();
      return;
    }
  }
  response.end();
};

export const startFaultProxy = async (upstream: string): Promise<FaultProxy> => {
  const target = new URL(upstream);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, path] = [request.method ?? '', request.url ?? ''];
    proxy.seen.push(`${method} ${path}`);
    const fault = proxy.fault(method, path);
    if (fault?.kind === 'answer') {
      request.resume();
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      return;
    }
    const up = forward(request, target);
    const answered = once(up, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => undefined);
    if (!(await passUp(request, up, fault))) {
      up.destroy();
      request.socket.destroy();
      return;
    }
    const [answer] = await answered;
    await passDown(answer, response, fault);
  };
  const server = http.createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen: [],
    fault: () => undefined,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
};
