/** Composition root of the worker that has the database: the window asks, and is never held by what the database copies. */
import { decodeBackup, encodeBackup } from './exchange/backup';
import { directDesk, type PackageDesk } from './exchange/package-desk';
import { webPlatform } from './host/web-platform';
import { Turns } from './turns/turns';
import { createDexieProjectStore } from './storage/project-store';
import { safetyStoreOn } from './storage/safety-files';
import { serveStore } from './storage/served-store';

/** What is read meanwhile has its turn between any two projects of a copy. */
async function* inTurns<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const turns = new Turns();
  for await (const item of items) {
    yield item;
    await turns.take();
  }
}

const direct = directDesk(webPlatform);
const desk: PackageDesk = { ...direct, write: (request) => direct.write({ ...request, projects: inTurns(request.projects) }) };

serveStore(globalThis, ({ facts, files, producer }) =>
  createDexieProjectStore({
    clock: { now: () => new Date().toISOString() },
    safety: facts.keepsCopies ? safetyStoreOn(files) : null,
    appVersion: facts.appVersion,
    electronMajor: facts.electronMajor,
    backup: {
      encode: async (content) => encodeBackup({ ...content, producer: await producer() }, desk),
      prove: (bytes) => desk.prove(bytes),
      decode: async (bytes) => (await decodeBackup(bytes, webPlatform)).projects,
    },
  }));
