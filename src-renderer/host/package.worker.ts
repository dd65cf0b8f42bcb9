/** Reads, proves and writes packages off the window's thread. Ends with the worker; nothing is kept. */
import { Assembly, parcels, type Parcel } from '../domain/in-pieces';
import { fail, ProblemError } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';
import { openPackage } from '../exchange/open-package';
import { provenBackup, sealWriter } from '../exchange/package-desk';
import type { PackageProject } from '../exchange/report';
import type { SealOptions } from '../exchange/seal-package';
import { PackageWriter, type PackagedProject } from '../exchange/write-package';
import type { PackageAnswer, PackageAsk, SignerFacts } from './package-messages';
import { webPlatform } from './web-platform';

const say = (answer: PackageAnswer, transfer: Transferable[] = []): void => globalThis.postMessage(answer, { transfer });

/** Progress is told a hundred times at most. */
let told = -1;
const progress = (fraction: number): void => {
  const percent = Math.floor(fraction * 100);
  if (percent <= told) return;
  told = percent;
  say({ said: 'progress', fraction });
};

/** The file, as far as it has come. */
let given = new Uint8Array();
let left: Generator<Parcel> | null = null;
let writer: PackageWriter | null = null;
let arriving = new Assembly();
let seal: SealOptions = {};
let signed: (signature: Uint8Array) => void = () => undefined;

/** Project by project, each let go when its last piece has been taken. */
function* piecesOf(projects: readonly PackageProject[]): Generator<Parcel> {
  for (const left = projects.toReversed(); left.length > 0;) yield* parcels(left.pop());
}

const signerOf = (facts: SignerFacts): NonNullable<SealOptions['signer']> => ({
  ...facts,
  sign: (message) => new Promise((resolve) => {
    signed = resolve;
    say({ said: 'sign', message });
  }),
});

const perform = async (ask: PackageAsk): Promise<void> => {
  switch (ask.task) {
    case 'part':
      if (ask.at === 0) given = new Uint8Array(ask.size);
      given.set(ask.bytes, ask.at);
      say({ said: 'ready' });
      return;
    case 'read': {
      const { passphrase, rulePack } = ask;
      const { projects, ...report } = await openPackage(ask.fileName, given, webPlatform, {
        ...(passphrase === undefined ? {} : { passphrase }), ...(rulePack === undefined ? {} : { rulePack }), onProgress: progress,
      });
      left = piecesOf(projects);
      say({ said: 'report', report, count: projects.length });
      return;
    }
    case 'next': {
      const next = left?.next();
      if (next?.done === false) say({ said: 'project', ...next.value });
      return;
    }
    case 'prove':
      say({ said: 'proof', proof: await provenBackup(await openPackage('', given, webPlatform), given, webPlatform) });
      return;
    case 'write':
      writer = new PackageWriter(ask.head, webPlatform.encodeText);
      seal = { passphrase: ask.passphrase, files: ask.files, signer: ask.signer === undefined ? undefined : signerOf(ask.signer) };
      say({ said: 'ready' });
      return;
    case 'add':
      arriving.add(ask.piece);
      if (ask.isLast) {
        writer?.add(arriving.value as PackagedProject);
        arriving = new Assembly();
      }
      say({ said: 'ready' });
      return;
    case 'finish': {
      if (writer === null) throw fail('package.empty');
      const sealed = await sealWriter(writer, webPlatform, seal);
      say({ said: 'sealed', sealed }, [sealed.bytes.buffer]);
      return;
    }
    case 'signed':
      signed(ask.signature);
  }
};

const failure = (error: unknown): PackageAnswer => {
  if (error instanceof PackageShapeError) return { said: 'problem', problems: error.problems, isShape: true };
  if (error instanceof ProblemError) return { said: 'problem', problems: [error.problem], isShape: false };
  return { said: 'defect', message: error instanceof Error ? error.message : String(error) };
};

globalThis.addEventListener('message', (event: MessageEvent<PackageAsk>) => {
  void perform(event.data).catch((error: unknown) => say(failure(error)));
});
