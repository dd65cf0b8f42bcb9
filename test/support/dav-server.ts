/**
 * A real WebDAV server for tests: Debian's Apache with mod_dav, started by the test on a port of its own and stopped by it.
 * Where it is not installed the tests say so and are skipped.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const APACHE = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
const READY_MS = 15_000;

export const DAV_USER = 'primărie';
export const DAV_PASSWORD = 'p4rolă-numai-pentru-probă';

/** Why there is no server; undefined when there is one. */
export const noDavServer = (): string | undefined =>
  existsSync(APACHE) && existsSync(`${MODULES}/mod_dav_fs.so`) ? undefined : `SKIPPED: no WebDAV server (${APACHE} with mod_dav, Debian package apache2)`;

export interface DavTestServer {
  /** `http://127.0.0.1:port/` or `https://…`. */
  readonly url: string;
  readonly port: number;
  /** What the server serves, on the disk. */
  readonly files: string;
  /** The certificate's SHA-256 as `AB:CD:…`; null over plain http. */
  readonly fingerprint: string | null;
  /** From now on the server takes this password and no other. */
  changePassword(password: string): void;
  /** One request of a bystander; gives the status. */
  ask(method: string, path: string, headers?: Readonly<Record<string, string>>, body?: string): Promise<number>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => {
    socket.destroy();
    resolve(true);
  });
  socket.once('error', () => resolve(false));
});

/** On a connection of its own. */
const askOnce = (method: string, url: URL, headers: Readonly<Record<string, string>>, body = ''): Promise<number> => new Promise((resolve, reject) => {
  const credentials = Buffer.from(`${DAV_USER}:${DAV_PASSWORD}`).toString('base64');
  const request = http.request(url, { method, agent: false, headers: { ...headers, authorization: `Basic ${credentials}`, 'content-length': String(Buffer.byteLength(body)) } }, (answer) => {
    answer.resume();
    answer.once('end', () => resolve(answer.statusCode ?? 0));
  });
  request.once('error', reject);
  request.end(body);
});

const selfSigned = (folder: string, name: string): string => {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650', '-keyout', key, '-out', certificate, '-subj', `/O=${name}/CN=127.0.0.1`], { stdio: 'ignore' });
  const told = execFileSync('openssl', ['x509', '-in', certificate, '-noout', '-fingerprint', '-sha256'], { encoding: 'utf8' });
  return told.slice(told.indexOf('=') + 1).trim();
};

const modules = (isTls: boolean): string =>
  ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'dav', 'dav_fs', ...(isTls ? ['ssl'] : [])]
    .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n');

const configuration = (folder: string, port: number, isTls: boolean): string => `
ServerRoot "${folder}"
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
DefaultRuntimeDir "${folder}"
Listen 127.0.0.1:${port}
ServerName 127.0.0.1:${port}
${modules(isTls)}
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
StartServers 1
ServerLimit 1
ThreadsPerChild 8
MaxRequestWorkers 8
DavLockDB "${folder}/locks/lock"
DocumentRoot "${folder}/files"
${isTls ? `SSLEngine on\nSSLCertificateFile "${folder}/cert.pem"\nSSLCertificateKeyFile "${folder}/key.pem"` : ''}
<Directory "${folder}/files">
  Dav On
  AuthType Basic
  AuthName "test"
  AuthBasicProvider file
  AuthUserFile "${folder}/users"
  Require valid-user
</Directory>
`;

/** Starts a server of its own; `tls` with a certificate that nobody has signed but itself. */
export const startDavServer = async ({ tls = false, name = 'Primaria Test' } = {}): Promise<DavTestServer> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caiet-dav-'));
  chmodSync(folder, 0o755);
  for (const part of ['files', 'locks']) {
    mkdirSync(path.join(folder, part));
    chmodSync(path.join(folder, part), 0o777);
  }
  const changePassword = (password: string): void => {
    const hash = execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' }).trim();
    writeFileSync(path.join(folder, 'users'), `${DAV_USER}:${hash}\n`);
  };
  changePassword(DAV_PASSWORD);
  const fingerprint = tls ? selfSigned(folder, name) : null;
  const port = await freePort();
  writeFileSync(path.join(folder, 'apache.conf'), configuration(folder, port, tls));
  const apache = spawn(APACHE, ['-f', path.join(folder, 'apache.conf'), '-DFOREGROUND'], { stdio: 'ignore', detached: true });
  const gone = once(apache, 'exit');
  const until = Date.now() + READY_MS;
  while (!(await answers(port))) {
    if (apache.exitCode !== null || Date.now() > until) throw new Error(`Apache did not start: ${readFileSync(path.join(folder, 'error.log'), 'utf8')}`);
    await delay(25);
  }
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    port,
    files: path.join(folder, 'files'),
    fingerprint,
    changePassword,
    ask: (method, place, headers = {}, body = '') => askOnce(method, new URL(place, `http://127.0.0.1:${port}/`), headers, body),
    stop: async () => {
      // With its children, which would wait for requests that a test has cut.
      if (apache.pid !== undefined) process.kill(-apache.pid, 'SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
