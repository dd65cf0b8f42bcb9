/** One reading in a worker of the browser. */
import { IMPORT_READERS, type ImportReader } from '../import-readers';
import type { Bytes } from '../../../src-renderer/spreadsheet/import/zip';

globalThis.addEventListener('message', ({ data: { reader, bytes } }: MessageEvent<{ reader: ImportReader; bytes: Bytes }>) => {
  const start = performance.now();
  void IMPORT_READERS[reader](bytes).then((rows) => globalThis.postMessage({ ms: performance.now() - start, rows }));
});
