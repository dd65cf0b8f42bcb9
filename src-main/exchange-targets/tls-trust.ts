/**
 * Whom a WebDAV connection trusts: the authorities of Node and of the system, or exactly one certificate that a person
 * has compared and accepted. Passwords are sent only after that is settled.
 */
import https from 'node:https';
import tls, { type ConnectionOptions, type PeerCertificate, type TLSSocket } from 'node:tls';
import { HostError } from '../bridge/host-error';
import type { CertificateFacts } from '../bridge/targets-api';

const PATIENCE_MS = 20_000;

/** Node's own list does not have the authority that a town hall's administrator installed; newer Nodes can read the system's. */
const authorities = (): string[] | undefined => {
  const read = (tls as { getCACertificates?: (kind: 'default' | 'system') => string[] }).getCACertificates;
  return read === undefined ? undefined : [...read('default'), ...read('system')];
};

const named = (names: PeerCertificate['subject'] | undefined): string => {
  const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';
  return [first(names?.CN), first(names?.O)].filter((part) => part !== '').join(', ').replace(/\p{Cc}/gu, ' ').slice(0, 200);
};

/** What Node says when a certificate cannot be trusted by the authorities: self-signed, unknown issuer, expired, another name. */
const NOT_TRUSTED = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID|INVALID_CA|HOSTNAME_MISMATCH)$/u;

export const isDistrust = (error: unknown): boolean => NOT_TRUSTED.test((error as NodeJS.ErrnoException).code ?? '');

/** Connects without deciding; `socket.authorized` says what the authorities think. */
const connect = (options: ConnectionOptions, done: (error: Error | null, socket: TLSSocket) => void): void => {
  const ca = authorities();
  const socket = tls.connect({ ...options, ...(ca === undefined ? {} : { ca }), rejectUnauthorized: false, minVersion: 'TLSv1.2' });
  const fail = (error: Error): void => done(error, socket);
  socket.once('error', fail);
  socket.once('secureConnect', () => {
    socket.off('error', fail);
    done(null, socket);
  });
};

const verdict = (socket: TLSSocket, pinned: string | null): HostError | null => {
  if (pinned !== null) return socket.getPeerCertificate().fingerprint256 === pinned ? null : new HostError('target.otherCertificate');
  return socket.authorized ? null : new HostError('target.untrusted');
};

/** An agent whose connections are handed on only after the certificate was judged. */
export class TrustingAgent extends https.Agent {
  constructor(private readonly pinned: string | null) {
    super({ keepAlive: false, maxSockets: 4 });
  }

  override createConnection(options: ConnectionOptions & { readonly host?: string }, hand?: (error: Error | null, socket: TLSSocket) => void): null {
    const { host } = options;
    const servername = options.servername ?? (host !== undefined && !/^[\d.:[\]]+$/u.test(host) ? host : '');
    connect({ ...options, servername }, (error, socket) => {
      const problem = error ?? verdict(socket, this.pinned);
      if (problem !== null) socket.destroy();
      hand?.(problem, socket);
    });
    return null;
  }
}

const facts = (socket: TLSSocket): CertificateFacts => {
  const certificate = socket.getPeerCertificate();
  return {
    fingerprint: certificate.fingerprint256,
    subject: named(certificate.subject),
    issuer: named(certificate.issuer),
    validTo: certificate.valid_to,
    isTrusted: socket.authorized,
  };
};

/** The certificate a server shows; nothing is sent to it. */
export const certificateOf = (address: URL): Promise<CertificateFacts> => new Promise((resolve, reject) => {
  const host = address.hostname.replace(/^\[|\]$/gu, '');
  const timer = setTimeout(() => reject(new HostError('target.unreachable')), PATIENCE_MS);
  const isName = !/^[\d.:]+$/u.test(host);
  connect({ host, port: address.port === '' ? 443 : Number(address.port), ...(isName ? { servername: host } : {}) }, (error, socket) => {
    clearTimeout(timer);
    if (error === null) resolve(facts(socket));
    else reject(new HostError('target.unreachable', { cause: error }));
    socket.destroy();
  });
});
