/** Starts workers under a content policy that trusts no plain text as the address of a script. */

/** Trusted Types (https://w3c.github.io/trusted-types/dist/spec/), which TypeScript's DOM library does not describe. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string | URL };
}

/** What a worker is called, and the policy that trusts its address: named in `security-headers.ts`. */
export type WorkerName = 'caiet-import' | 'caiet-safety' | 'caiet-packages' | 'caiet-files' | 'caiet-store';

const trustedOnes = new Map<WorkerName, string | URL>();

/** The address in the wrapper that the policy asks for. Each policy has one address for good, so it is of no use to anyone else. */
const trustedAddress = (name: WorkerName, address: string): string | URL => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return address;
  const known = trustedOnes.get(name);
  if (known !== undefined) return known;
  const trusted = trustedTypes.createPolicy(name, { createScriptURL: () => address }).createScriptURL('');
  trustedOnes.set(name, trusted);
  return trusted;
};

/** A worker of our own build; each name has one address. */
export const startWorker = (name: WorkerName, address: string): Worker => new Worker(trustedAddress(name, address), { type: 'module', name });
