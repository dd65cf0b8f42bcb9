/**
 * Exchange targets: a folder or a WebDAV server where packages are left for others and fetched from them. The host
 * knows where they are and holds the passwords; the window knows them by id and never names a path.
 *
 * Nothing here deletes anything at a target.
 */

export interface TargetConnection {
  readonly id: string;
  readonly kind: 'folder' | 'webdav';
  /** For the person: a path, or an address without a password. */
  readonly location: string;
  /** Null for folders. */
  readonly user: string | null;
  /** SHA-256 of the one certificate the person has trusted; null when the system's own trust decides. */
  readonly fingerprint: string | null;
  /** Where the password is: with the operating system, only in memory until the application ends, or nowhere. */
  readonly password: 'keychain' | 'session' | 'none';
  /** What the person has to give before the target can be used. */
  readonly needs: 'nothing' | 'password' | 'permission';
}

export interface WebDavInput {
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Trusts exactly this certificate, as `certificate` told it. */
  readonly fingerprint: string | null;
}

/** A server's certificate, for a person to compare with what the administrator says. */
export interface CertificateFacts {
  /** SHA-256 as `AB:CD:…`. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** As the certificate writes it. */
  readonly validTo: string;
  readonly isTrusted: boolean;
}

/** What lies at the target's root. */
export interface TargetLook {
  /** The identity file's bytes; null only when the place was reached and has none. */
  readonly identity: Uint8Array | null;
  readonly hasPackages: boolean;
  /** Entries that are not Caiet's. */
  readonly others: number;
}

export interface TargetListing {
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** Entries that are no package files: half-written ones, and what does not belong here. They are never read. */
  readonly ignored: number;
}

export interface TargetPut {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the identity file that must be at the target, checked right before the move. Null only for the identity itself. */
  readonly guard: string | null;
}

/** Progress of one job, in bytes. */
export interface TargetProgress {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

export interface HostTargets {
  readonly kinds: readonly TargetConnection['kind'][];
  list(): Promise<readonly TargetConnection[]>;
  /** Null when the person cancels. A folder chosen before gives the connection it has. */
  chooseFolder(): Promise<TargetConnection | null>;
  /** Signs in once; nothing is kept when that fails. */
  connect(input: WebDavInput): Promise<TargetConnection>;
  certificate(address: string): Promise<CertificateFacts>;
  /** Gives a new password (WebDAV), or asks for the permission (a folder in a browser). Nothing changes when it is wrong. */
  unlock(id: string, password: string | null): Promise<TargetConnection>;
  /** Forgets the connection and its password; the target stays as it is. */
  forget(id: string): Promise<void>;

  look(job: string, id: string): Promise<TargetLook>;
  /** Makes the folder for packages where there is none. */
  prepare(job: string, id: string): Promise<void>;
  files(job: string, id: string): Promise<TargetListing>;
  /** Rejects with `host.tooLarge` as soon as there is more than `limit`. */
  read(job: string, id: string, name: string, limit: number): Promise<Uint8Array>;
  /** Under a temporary name, then moved. The identity is never replaced: `target.exists`. */
  put(job: string, put: TargetPut): Promise<void>;
  /** Makes the running call with this job reject with `target.cancelled`. */
  cancel(job: string): Promise<void>;
  onProgress(listener: (progress: TargetProgress) => void): () => void;
}

/**
 * The same as packages cross between window and main process: in parts of `FILE_PART_BYTES`, as files do (`FilesInParts`).
 * What belongs to a job is held apart from that of another; a part out of turn is refused with `host.failed`.
 */
export interface TargetsInParts extends Omit<HostTargets, 'read' | 'put'> {
  /** The first part; `readPart` gives the others, one after another. Forgets what the job read before. */
  read(job: string, id: string, name: string, limit: number): Promise<{ readonly size: number; readonly bytes: Uint8Array }>;
  readPart(job: string, from: number): Promise<Uint8Array>;
  /** Part number `part` of a large package, kept until it is put; number 0 forgets any before it. */
  holdPart(job: string, part: number, bytes: Uint8Array): Promise<void>;
  /** `put.bytes`, then the `parts` that are held (0 by default); refused when not exactly so many are, and none are afterwards. */
  put(job: string, put: TargetPut, parts?: number): Promise<void>;
}

/** Failures of a target; see `HOST_ERROR_CODES`. */
export const TARGET_ERROR_CODES = [
  'target.unreachable', 'target.cut', 'target.wrongPassword', 'target.passwordNeeded', 'target.permissionNeeded', 'target.refused', 'target.locked',
  'target.full', 'target.untrusted', 'target.otherCertificate', 'target.badAnswer', 'target.serverTrouble', 'target.redirected', 'target.badAddress', 'target.noFolder',
  'target.missing', 'target.otherIdentity', 'target.exists', 'target.cancelled', 'target.tooManyFiles', 'target.unknown', 'target.desktopOnly', 'target.browserCannot',
] as const;
