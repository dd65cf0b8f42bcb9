/** Why a file is no CPV nomenclature that can be imported. */
export const problemsCpv = {
  'problem.nomenclature.tooLarge': 'The file has {size, number} bytes, and a CPV nomenclature has at most {limit, number}. Choose the official file.',
  'problem.nomenclature.notUtf8': 'The XML file is not written in UTF-8. Download the official nomenclature again.',
  'problem.nomenclature.damaged': 'The XML file is damaged at line {line}. Download it again.',
  'problem.nomenclature.doctype': 'The XML file has a DOCTYPE declaration, which can do harm. Choose the official nomenclature, which has none.',
  'problem.nomenclature.noCodes': 'No CPV codes with names were found in the file. It needs a column with the code and one with the name in Romanian or English (RO, EN).',
  'problem.nomenclature.tooMany': 'The file has more than {limit, number} codes, more than the CPV nomenclature has. Choose the official file.',
  'problem.nomenclature.badCode': '“{code}” is no CPV code of eight digits with a check digit. Correct the file; nothing was imported.',
  'problem.nomenclature.unnamed': 'Code {code} has no name, neither in Romanian nor in English. Correct the file; nothing was imported.',
  'problem.nomenclature.twice': 'Code {code} is there twice, with different check digits. Correct the file; nothing was imported.',
  'problem.nomenclature.contradicts': 'Code {code} has another check digit in the official nomenclature: {listed}. Correct the file; nothing was imported.',
} as const;
