/** Hands the chosen file to a worker and waits for its answer. */
import type { ImportReader } from '../import-readers';

export interface WorkerReading {
  readonly ms: number;
  readonly rows: number;
}

declare global {
  interface Window {
    readFile: (reader: ImportReader) => Promise<WorkerReading>;
  }
}

window.readFile = async (reader) => {
  const file = document.querySelector('input')?.files?.[0];
  if (file === undefined) throw new Error('no file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerReading>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage({ reader, bytes }, [bytes.buffer]);
  });
};
