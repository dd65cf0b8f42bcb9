/** Starts workers under a content security policy that trusts no string as a script address but the ones named here. */

/** The part of the Trusted Types API we use; browsers without it take the plain string. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Named in the content security policy header. */
const POLICY = 'caiet-worker';

let policy: { createScriptURL(url: string): string } | null = null;

/** The address as the platform trusts it. Only workers of this application's own origin pass. */
const trusted = (url: string): string => {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory === undefined) return url;
  policy ??= factory.createPolicy(POLICY, {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin) throw new TypeError('worker of another origin');
      return address;
    },
  });
  return policy.createScriptURL(url);
};

/** Starts a module worker of our own build. */
export const startWorker = (url: string, name: string): Worker => new Worker(trusted(url), { type: 'module', name });
