/** Asks for a moment whether the host that Electron is downloaded from can be reached, before minutes are spent on it. */
import net from 'node:net';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds for the connection; a network that drops packets in silence would hold a download for minutes. */
const PROBE_LIMIT = 5000;

type Environment = Readonly<Record<string, string | undefined>>;

const firstOf = (environment: Environment, names: readonly string[]): string | undefined =>
  names.map((name) => environment[name]).find((value) => value !== undefined && value !== '');

const placeOf = (address: string): Place | null => {
  if (!URL.canParse(address)) return null;
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port) };
};

/** Where the download begins: the proxy, the mirror that Electron's installer is told of, or GitHub. */
export const downloadPlace = (environment: Environment): Place => {
  const told = firstOf(environment, ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_MIRROR', 'npm_config_electron_mirror']);
  return (told === undefined ? null : placeOf(told)) ?? { host: 'github.com', port: 443 };
};

/** Whether a connection can be made within the limit. */
export const canReach = ({ host, port }: Place, limit: number = PROBE_LIMIT): Promise<boolean> => new Promise((resolve) => {
  const socket = net.connect({ host, port, autoSelectFamily: true });
  const end = (reached: boolean): void => {
    clearTimeout(timer);
    socket.destroy();
    resolve(reached);
  };
  const timer = setTimeout(() => end(false), limit);
  socket.once('connect', () => end(true));
  socket.once('error', () => end(false));
});
