/** Composition root of the worker that makes files for others: workbooks, documents and publications. */
import { fileMakers } from './file-makers';
import { serveFiles } from './host/served-files';

serveFiles(globalThis, fileMakers);
