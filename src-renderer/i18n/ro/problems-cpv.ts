/** Why a file is no CPV nomenclature that can be imported. */
export const problemsCpv = {
  'problem.nomenclature.tooLarge': 'Fișierul are {size, number} octeți, iar un nomenclator CPV are cel mult {limit, number}. Alegeți fișierul oficial.',
  'problem.nomenclature.notUtf8': 'Fișierul XML nu este scris în UTF-8. Descărcați din nou nomenclatorul oficial.',
  'problem.nomenclature.damaged': 'Fișierul XML este deteriorat la rândul {line}. Descărcați-l din nou.',
  'problem.nomenclature.doctype': 'Fișierul XML cuprinde o declarație DOCTYPE, care poate fi dăunătoare. Alegeți nomenclatorul oficial, care nu are una.',
  'problem.nomenclature.noCodes': 'În fișier nu s-au găsit coduri CPV cu denumiri. Este nevoie de o coloană cu codul și una cu denumirea în română sau engleză (RO, EN).',
  'problem.nomenclature.tooMany': 'Fișierul are peste {limit, number} de coduri, mai multe decât are nomenclatorul CPV. Alegeți fișierul oficial.',
  'problem.nomenclature.badCode': '„{code}” nu este un cod CPV de opt cifre cu cifră de control. Corectați fișierul; nu s-a importat nimic.',
  'problem.nomenclature.unnamed': 'Codul {code} nu are denumire nici în română, nici în engleză. Corectați fișierul; nu s-a importat nimic.',
  'problem.nomenclature.twice': 'Codul {code} apare de două ori, cu cifre de control diferite. Corectați fișierul; nu s-a importat nimic.',
  'problem.nomenclature.contradicts': 'Codul {code} are în nomenclatorul oficial altă cifră de control: {listed}. Corectați fișierul; nu s-a importat nimic.',
} as const;
