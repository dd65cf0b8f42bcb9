/**
 * Reads, proves and writes packages off the window's thread. What was read stays here, and is asked about until the
 * worker ends with it.
 */
import { Assembly, parcels, type Parcel } from '../domain/in-pieces';
import { fail } from '../domain/problem';
import type { LocalProject } from '../exchange/compare';
import { openPackage } from '../exchange/open-package';
import { openedFacts, packageAnswers } from '../exchange/opened-package';
import { provenBackup, sealWriter } from '../exchange/package-desk';
import type { PackageReport } from '../exchange/report';
import type { SealOptions } from '../exchange/seal-package';
import { PackageWriter, type PackagedProject } from '../exchange/write-package';
import type { AboutProject, PackageAnswer, PackageAsk, SignerFacts } from './package-messages';
import type { Id } from '../domain/values';
import { failureOf, inPercent, type RoomAnswer } from './room-messages';
import { webPlatform } from './web-platform';

const say = (answer: PackageAnswer | RoomAnswer, transfer: Transferable[] = []): void => globalThis.postMessage(answer, { transfer });

const progress = inPercent((fraction) => say({ said: 'progress', fraction }));

/** The file, as far as it has come. */
let given = new Uint8Array();
let read: PackageReport | null = null;
/** What can be asked of its projects. */
let answers: ReturnType<typeof packageAnswers> | null = null;
/** Of the answer, what has not been sent. */
let left: Generator<Parcel> | null = null;
let writer: PackageWriter | null = null;
let arriving = new Assembly();
let seal: SealOptions = {};
let signed: (signature: Uint8Array) => void = () => undefined;

const sayNext = (): void => {
  const next = left?.next();
  if (next?.done === false) say({ said: 'piece', ...next.value });
};

/** The first piece at once; the others as they are asked for. */
const sayInPieces = (answer: unknown): void => {
  left = parcels(answer);
  sayNext();
};

/** The value that came in pieces. */
const arrived = (): unknown => {
  const { value } = arriving;
  arriving = new Assembly();
  return value;
};

const about = (what: AboutProject, id: Id): unknown => {
  const here = arrived() as LocalProject;
  if (answers === null) throw fail('store.notFound', { id });
  return answers[what](id, here);
};

/** A copy that is given away; another project may speak of the same file. */
const sayFile = (sha256: string): void => {
  const bytes = read?.files.get(sha256)?.slice();
  say({ said: 'file', bytes }, bytes === undefined ? [] : [bytes.buffer]);
};

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
      read = await openPackage(ask.fileName, given, webPlatform, {
        ...(passphrase === undefined ? {} : { passphrase }), ...(rulePack === undefined ? {} : { rulePack }), onProgress: progress,
      });
      given = new Uint8Array();
      answers = packageAnswers(read);
      sayInPieces(openedFacts(read));
      return;
    }
    case 'here':
      arriving.add(ask.piece);
      say({ said: 'ready' });
      return;
    case 'about':
      sayInPieces(about(ask.what, ask.id));
      return;
    case 'file':
      sayFile(ask.sha256);
      return;
    case 'next':
      sayNext();
      return;
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
      if (ask.isLast) writer?.add(arrived() as PackagedProject);
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

globalThis.addEventListener('message', (event: MessageEvent<PackageAsk>) => {
  void perform(event.data).catch((error: unknown) => say(failureOf(error)));
});
