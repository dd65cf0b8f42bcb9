/**
 * A package file of any form, opened layer by layer: encryption, zip, JSON, signature, attached files. Nothing is
 * stored; each layer is checked before the next can be hurt.
 */
import { attachmentsOf } from '../domain/attachment';
import { pointerTo } from '../domain/json-pointer';
import type { Problem } from '../domain/problem';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byProject, digestedBytes, type ReadOptions } from './check-package';
import { decodeJson, refuseOther, type DecodedPackage } from './decode-package';
import { decryptPackage, isEncrypted } from './encryption';
import { JSON_LIMITS } from './package-limits';
import type { PackagePlatform } from './platform';
import { digestOfBytes } from './platform-digest';
import { reportOf } from './read-package';
import { isZip, unpackPackage, type UnpackedPackage } from './read-zip';
import type { PackageReport, SignatureReport } from './report';
import { sealedEntries } from './sealed-entries';
import { isSigned } from './signature';
import { readWritten } from './written-package';

export interface OpenOptions extends Omit<ReadOptions, 'onChecked' | 'isSealed'> {
  readonly passphrase?: string;
  /** Hears how far the reading is, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Shares of the work, as measured on packages of a thousand projects. */
const OPENED = 0.02;
const PARSED = 0.4;
const HASHED = 0.7;

/** Encrypted envelopes are short of keys and begin as every package does, in any layout. */
const ENCRYPTION_KEY = '"encryption"';
/** An envelope's few keys stand before and behind its payload. */
const ENDS = 4096;

/** The key is ASCII, so it reads the same in whatever else the bytes are. */
const hasKey = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes).includes(ENCRYPTION_KEY);

const mayBeEncrypted = (json: Uint8Array): boolean => hasKey(json.subarray(0, ENDS)) || hasKey(json.subarray(-ENDS));

const NO_FILES: UnpackedPackage['files'] = new Map();

const unpacked = (bytes: Uint8Array): UnpackedPackage => (isZip(bytes) ? unpackPackage(bytes) : { json: bytes, files: NO_FILES });

interface Opened {
  readonly json: Uint8Array;
  readonly files: UnpackedPackage['files'];
  readonly isEncrypted: boolean;
}

/** The package's JSON and its files, decrypted and unpacked. */
const openLayers = async (bytes: Uint8Array, passphrase: string | undefined, platform: PackagePlatform): Promise<Opened> => {
  const outer = unpacked(bytes);
  refuseOther(outer.json);
  if (!mayBeEncrypted(outer.json)) return { ...outer, isEncrypted: false };
  const { value } = readWritten(outer.json, { limits: JSON_LIMITS, decode: platform.decodeText });
  if (!isEncrypted(value)) return { ...outer, isEncrypted: false };
  const inner = unpacked(await decryptPackage(value, passphrase, platform));
  refuseOther(inner.json);
  return { ...inner, isEncrypted: true };
};

const signatureOf = async ({ content: { signature } }: DecodedPackage, digest: string, platform: PackagePlatform): Promise<SignatureReport> => {
  if (signature === undefined) return { state: 'none' };
  const { publicKey, sequence } = signature;
  return (await isSigned(signature, digest, platform)) ? { state: 'valid', publicKey, sequence } : { state: 'invalid' };
};

/** Files whose content is not what their name says, and files no project speaks of. */
const fileProblems = async (report: PackageReport, files: UnpackedPackage['files'], platform: PackagePlatform): Promise<Problem[]> => {
  const problems: Problem[] = [];
  const wanted = new Set<string>();
  report.projects.forEach(({ project }, index) => {
    for (const { id, sha256, size, fileName } of attachmentsOf(project)) {
      wanted.add(sha256);
      const pointer = pointerTo(['projects', index, 'attachments', id]);
      const bytes = files.get(sha256);
      if (bytes === undefined) problems.push({ severity: 'warning', code: 'package.fileMissing', data: { fileName }, pointer });
      else if (bytes.length !== size) problems.push({ severity: 'error', code: 'package.fileSize', data: { fileName }, pointer });
    }
  });
  for (const [sha256, bytes] of files) {
    if (!wanted.has(sha256)) problems.push({ severity: 'error', code: 'package.fileUnknown', data: { sha256: sha256.slice(0, 8) }, pointer: '' });
    else if (bytesToHex(await platform.sha256(bytes)) !== sha256) problems.push({ severity: 'error', code: 'package.fileAltered', data: { sha256: sha256.slice(0, 8) }, pointer: '' });
  }
  return problems;
};

/**
 * What a package file holds. Whatever is wrong inside is in the report's problems.
 * @throws ProblemError `package.*` when the file cannot be read as a package at all; `package.needsPassphrase` and
 * `package.wrongPassphrase` for an encrypted one; `PackageShapeError` tells every place that has the wrong shape.
 */
export const openPackage = async (fileName: string, bytes: Uint8Array, platform: PackagePlatform, options: OpenOptions = {}): Promise<PackageReport> => {
  const { passphrase, onProgress = () => undefined, ...read } = options;
  if (!isZip(bytes)) refuseOther(bytes);
  const { json, files, isEncrypted: wasEncrypted } = await openLayers(bytes, passphrase, platform);
  onProgress(OPENED);
  const decoded = decodeJson(json, { decode: platform.decodeText, onRead: (fraction) => onProgress(OPENED + fraction * (PARSED - OPENED)) });
  onProgress(PARSED);
  const whole = await digestOfBytes(digestedBytes(decoded), platform);
  const digests: string[] = [];
  for (const project of decoded.bytes.projects) digests.push(await digestOfBytes(project, platform));
  const isSealed = await sealedEntries(decoded.content.history, platform);
  onProgress(HASHED);
  const signature = await signatureOf(decoded, whole, platform);
  const report = reportOf(fileName, decoded, { whole, projects: byProject(decoded, digests) }, signature, { ...read, isSealed, onChecked: (fraction) => onProgress(HASHED + fraction * (1 - HASHED)) });
  const invalid: readonly Problem[] = signature.state === 'invalid' ? [{ severity: 'error', code: 'package.signatureInvalid', data: {}, pointer: '/signature' }] : [];
  return { ...report, files, isEncrypted: wasEncrypted, problems: [...report.problems, ...invalid, ...(await fileProblems(report, files, platform))] };
};
