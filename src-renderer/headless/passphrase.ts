/** The passphrase of an encrypted package. It comes from a file: what stands in a command line is in every list of processes. */
import { readFileBytes } from './files';
import type { CommandLine } from './options';
import { TerminalError, type Terminal } from './terminal';

/** More than anybody types. */
const MAX_BYTES = 4096;

/** The first line of the file named by `--passphrase-file`. Throws when it is empty. */
export const readPassphrase = async ({ values }: CommandLine): Promise<Pick<Terminal, 'passphrase'>> => {
  const path = values['passphrase-file'];
  if (path === undefined) return {};
  const [line = ''] = new TextDecoder().decode(await readFileBytes(path, MAX_BYTES)).split(/\r?\n/);
  if (line === '') throw new TerminalError('terminal.noPassphrase', { path });
  return { passphrase: line };
};
