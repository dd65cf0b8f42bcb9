/** Addresses the window may hand to the system's browser: the law and the platforms its help points to, over https. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set([
  'legislatie.just.ro', 'anap.gov.ro', 'e-licitatie.ro', 'www.e-licitatie.ro', 'eur-lex.europa.eu', 'ted.europa.eu',
  'standard.open-contracting.org', 'single-market-economy.ec.europa.eu',
]);

export const isKnownLink = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  return protocol === 'https:' && KNOWN_HOSTS.has(hostname) && username === '' && password === '' && port === '';
};
