/** What may be wrong with a package that is encrypted, signed or has files. */
export const problemsPackages = {
  'problem.package.weakPassphrase': 'The passphrase is too short. Write at least {min} characters, for example four words that have nothing to do with one another.',
  'problem.package.needsPassphrase': 'The package is encrypted. Write the passphrase given to you by the sender.',
  'problem.package.wrongPassphrase': 'This is not the passphrase the package was encrypted with. Check capital and small letters and write it again.',
  'problem.package.damagedEncryption': 'The encrypted package was damaged on the way: the fingerprint of its envelope no longer matches. Copy or download it again.',
  'problem.package.alteredEncryption': 'The passphrase is right, but the encrypted content was changed after the package was made. Do not use it; ask for it again by another way.',
  'problem.package.badEncryption': 'The package says it is encrypted in a way that Caiet does not accept (AES-256-GCM and PBKDF2 with {min, number} to {max, number} iterations are asked for; {detail}). Ask for a new package.',
  'problem.package.signatureInvalid': 'The signature is not of this content: the package was changed after signing, or the signature was taken from another package. Do not use it; ask for it again.',
  'problem.package.zipDamaged': 'The archive of the package is damaged ({detail}). Copy or download it again.',
  'problem.package.zipHostile': 'The archive of the package has something no package has ({what, select, name {a name that is not allowed: “{name}”} encrypted {an entry encrypted by the archive: “{name}”} method {an unknown compression: “{name}”} bomb {content that swells beyond measure} entries {too many entries} repeated {the same entry twice: “{name}”} overlap {overlapping entries} other {something unknown}}) and was not opened. Ask for a new package.',
  'problem.package.zipWithoutPackage': 'There is no Caiet package in the archive. Choose a file whose name ends in .caiet.json or .caiet.zip.',
  'problem.package.fileMissing': 'The document “{fileName}” is listed, but its content is not in the package. It can be imported without it; ask for the package with documents (.caiet.zip).',
  'problem.package.fileSize': 'The document “{fileName}” does not have the length written in the project. Ask for a new package.',
  'problem.package.fileAltered': 'A document in the package ({sha256}…) no longer has the content it was put in with. Ask for a new package.',
  'problem.package.fileUnknown': 'The package has a file ({sha256}…) that no project speaks of. Ask for a new package.',
  'problem.project.filesTooLarge': 'The documents of the project take {size, number, ::scale/0.000001 .#} MB together, more than the limit of {limit, number, ::scale/0.000001 .#} MB. Remove some or make them smaller.',
} as const;
