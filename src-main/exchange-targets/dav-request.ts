/**
 * One request to a WebDAV server. Nothing is followed, nothing is repeated, no answer is read beyond its limit, and a line
 * that says nothing for half a minute is cut: a slow line may take as long as it needs.
 */
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import { HostError } from '../bridge/host-error';
import { isDistrust } from './tls-trust';
import { stopIfCancelled, type Work } from './place';

const SILENCE_MS = 30_000;
const CHUNK = 256 * 1024;

export interface DavServer {
  readonly base: URL;
  /** The value of the Authorization header. */
  readonly authorization: string;
  readonly agent: http.Agent;
}

export interface DavRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE' | 'PROPFIND';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Hears the body of a successful answer, piece by piece; without it no body is read. */
  readonly onData?: (bytes: Uint8Array) => void;
  /** Most bytes of that body; beyond it `host.tooLarge`. */
  readonly limit?: number;
}

export interface DavAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
}

/** Error pages are nobody's business. */
const SUCCESS: ReadonlySet<number> = new Set([200, 207]);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Nobody is there, or nobody can be found. What broke after that is a cut line. */
const NEVER_REACHED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ETIMEDOUT', 'EADDRNOTAVAIL']);

const toTargetError = (error: unknown, { signal }: Work): HostError => {
  if (signal.aborted) return new HostError('target.cancelled');
  if (error instanceof HostError) return error;
  if (isDistrust(error)) return new HostError('target.untrusted', { cause: error });
  return new HostError(NEVER_REACHED.has(codeOf(error)) ? 'target.unreachable' : 'target.cut', { cause: error });
};

const upload = async (request: ClientRequest, body: Uint8Array, work: Work, isAnswered: () => boolean): Promise<void> => {
  for (let done = 0; done < body.byteLength && !isAnswered() && !request.destroyed; done += CHUNK) {
    stopIfCancelled(work);
    const hasRoom = request.write(body.subarray(done, done + CHUNK));
    if (!hasRoom) await once(request, 'drain');
    work.progress(Math.min(done + CHUNK, body.byteLength), body.byteLength);
  }
  request.end();
};

/** All of the answer, or a failure: a body that ends before its announced length was cut. */
const download = async (response: IncomingMessage, { limit = 0, onData }: DavRequest, work: Work): Promise<void> => {
  if (onData === undefined || !SUCCESS.has(response.statusCode ?? 0)) return;
  const announced = Number(response.headers['content-length'] ?? Number.NaN);
  if (announced > limit) throw new HostError('host.tooLarge');
  let read = 0;
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    read += piece.byteLength;
    if (read > limit) throw new HostError('host.tooLarge');
    onData(piece);
    if (!Number.isNaN(announced)) work.progress(read, announced);
  }
};

const answered = (request: ClientRequest): Promise<IncomingMessage> => new Promise((resolve, reject) => {
  request.once('response', resolve);
  request.on('error', reject);
  request.once('timeout', () => request.destroy(Object.assign(new Error('silence'), { code: 'ESILENCE' })));
});

export const davRequest = async (server: DavServer, wanted: DavRequest, work: Work): Promise<DavAnswer> => {
  stopIfCancelled(work);
  const { method, url, headers = {}, body } = wanted;
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    method,
    agent: server.agent,
    signal: work.signal,
    timeout: SILENCE_MS,
    headers: { ...headers, authorization: server.authorization, 'accept-encoding': 'identity', 'content-length': String(body?.byteLength ?? 0) },
  });
  let response: IncomingMessage | undefined;
  try {
    const answer = answered(request).then((given) => {
      response = given;
      return given;
    });
    // A server that refuses may answer before it has heard all; then the rest is not sent.
    const sent = body === undefined ? Promise.resolve(request.end()) : upload(request, body, work, () => response !== undefined);
    const given = await Promise.race([answer, sent.then(() => answer)]);
    await download(given, wanted, work);
    return { status: given.statusCode ?? 0, headers: given.headers };
  } catch (error) {
    throw toTargetError(error, work);
  } finally {
    request.destroy();
  }
};
