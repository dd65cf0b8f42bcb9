/** What a failing IndexedDB means for the person. */
import type { StoreProblemCode } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';

/** Mistakes in our own code; they are thrown on as they are, for nothing on the device is wrong. */
const DEFECTS: ReadonlySet<string> = new Set([
  'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'DataError', 'DataCloneError', 'ConstraintError', 'NotFoundError', 'SchemaError', 'MissingAPIError', 'ModifyError', 'BulkError', 'Error',
]);

/** The error's own name and those of what it wraps: Dexie keeps the cause in `inner`, bulk errors in `failures`. */
const namesIn = (error: unknown, depth = 0): string[] => {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const name: unknown = Reflect.get(error, 'name');
  const failures: unknown = Reflect.get(error, 'failures');
  const wrapped = [Reflect.get(error, 'inner'), Reflect.get(error, 'cause'), ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return [...(typeof name === 'string' ? [name] : []), ...wrapped.flatMap((inner) => namesIn(inner, depth + 1))];
};

/**
 * The typed form of a failed read or write. A full disk is `store.full`, which can be tried again after making room.
 * Anything else IndexedDB reports (`UnknownError`, `InvalidStateError`, `DatabaseClosedError`, an abort without our
 * doing) means that the connection is gone: on a full disk Chromium says `UnknownError` first and then refuses every
 * later call. Our own problems and defects come back unchanged.
 */
export const asStoreFailure = (error: unknown): unknown => {
  if (error instanceof ProblemError) return error;
  const names = namesIn(error);
  if (names.includes('QuotaExceededError')) return fail<StoreProblemCode>('store.full');
  if (names.every((name) => DEFECTS.has(name))) return error;
  return new ProblemError<StoreProblemCode>({ severity: 'error', code: 'store.closed', data: {} }, { cause: error });
};
