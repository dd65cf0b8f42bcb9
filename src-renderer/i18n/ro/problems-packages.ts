/** Ce poate fi în neregulă cu un pachet criptat, semnat sau cu fișiere. */
export const problemsPackages = {
  'problem.package.weakPassphrase': 'Parola este prea scurtă. Scrieți cel puțin {min} caractere, de exemplu patru cuvinte care nu au legătură între ele.',
  'problem.package.needsPassphrase': 'Pachetul este criptat. Scrieți parola primită de la cel care l-a trimis.',
  'problem.package.wrongPassphrase': 'Parola nu este cea cu care a fost criptat pachetul. Verificați literele mari și mici și scrieți-o din nou.',
  'problem.package.damagedEncryption': 'Pachetul criptat s-a deteriorat pe drum: amprenta învelișului nu se mai potrivește. Copiați-l sau descărcați-l din nou.',
  'problem.package.alteredEncryption': 'Parola este bună, dar conținutul criptat a fost modificat după ce a fost făcut pachetul. Nu îl folosiți; cereți-l din nou pe altă cale.',
  'problem.package.badEncryption': 'Pachetul spune că este criptat într-un fel pe care Caiet nu îl primește (se cer AES-256-GCM și PBKDF2 cu {min, number} până la {max, number} de iterații; {detail}). Cereți un pachet nou.',
  'problem.package.signatureInvalid': 'Semnătura nu este a acestui conținut: pachetul a fost modificat după semnare sau semnătura a fost luată din alt pachet. Nu îl folosiți; cereți-l din nou.',
  'problem.package.zipDamaged': 'Arhiva pachetului este deteriorată ({detail}). Copiați-o sau descărcați-o din nou.',
  'problem.package.zipHostile': 'Arhiva pachetului are ceva ce niciun pachet nu are ({what, select, name {un nume nepermis: „{name}”} encrypted {o intrare criptată de arhivă: „{name}”} method {o comprimare necunoscută: „{name}”} bomb {un conținut care se umflă peste măsură} entries {prea multe intrări} repeated {de două ori aceeași intrare: „{name}”} overlap {intrări suprapuse} other {ceva necunoscut}}) și nu a fost deschisă. Cereți un pachet nou.',
  'problem.package.zipWithoutPackage': 'Arhiva nu are în ea un pachet Caiet. Alegeți un fișier care se termină în .caiet.json sau .caiet.zip.',
  'problem.package.fileMissing': 'Documentul „{fileName}” este în listă, dar conținutul lui nu este în pachet. Se poate importa fără el; cereți pachetul cu documente (.caiet.zip).',
  'problem.package.fileSize': 'Documentul „{fileName}” nu are lungimea scrisă în proiect. Cereți un pachet nou.',
  'problem.package.fileAltered': 'Un document din pachet ({sha256}…) nu mai are conținutul cu care a fost pus. Cereți un pachet nou.',
  'problem.package.fileUnknown': 'Pachetul are un fișier ({sha256}…) despre care niciun proiect nu spune nimic. Cereți un pachet nou.',
  'problem.project.filesTooLarge': 'Documentele proiectului au împreună {size, number, ::scale/0.000001 .#} MB, peste limita de {limit, number, ::scale/0.000001 .#} MB. Scoateți din ele sau micșorați-le.',
} as const;
