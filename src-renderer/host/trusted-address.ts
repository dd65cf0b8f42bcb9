/** Addresses of workers' scripts under a content policy that trusts no plain text as one. */

/** Trusted Types (https://w3c.github.io/trusted-types/dist/spec/), which TypeScript's DOM library does not describe. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string | URL };
}

/** Named in `security-headers.ts`. */
type PolicyName = 'caiet-safety' | 'caiet-packages' | 'caiet-store';

const trustedOnes = new Map<PolicyName, string | URL>();

/** The address in the wrapper that the policy asks for. Each policy has one address for good, so it is of no use to anyone else. */
export const trustedAddress = (name: PolicyName, address: string): string | URL => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return address;
  const known = trustedOnes.get(name);
  if (known !== undefined) return known;
  const trusted = trustedTypes.createPolicy(name, { createScriptURL: () => address }).createScriptURL('');
  trustedOnes.set(name, trusted);
  return trusted;
};
