import type { terminal as source } from '../ro/terminal';

export const terminal: Record<keyof typeof source, string> = {
  'terminal.help': `Caiet in a terminal: the same calculations and checks as in the window. Results are JSON on standard output, messages on standard error.

  caiet new --demo [--finished] -o OUT       writes the demo project, or a finished procedure, as a package
  caiet validate FILE                        checks a package
  caiet evaluate FILE [--project ID]         recomputes the ranking
  caiet procedure FILE...                    tells where the value stands and which purchases are similar
  caiet verify FILE                          compares digests, audit trail and stored results
  caiet merge BASE LOCAL INCOMING -o OUT     merges two packages that grew from one; conflicts stay in OUT
               [--author NAME]
  caiet import WORKBOOK --as KIND            reads a table: bids, price-schedule, needs, requirements, scores, costs or cpv
               [--map FILE] [--currency CODE]
               [--into PACKAGE -o OUT [--project ID] [--author NAME]] for all but cpv; scores: returned sheets
  caiet template KIND [FILE] -o OUT          writes the form to fill in: bids, price-schedule, costs, needs or requirements,
               [--project ID]                for the project of a package, or for any
  caiet template scores FILE -o SHEET        hands a score sheet out, a workbook or a package; OUT has it in its register
               --evaluator NAME --register OUT [--project ID] [--author NAME]
  caiet export FILE --as xlsx [-o OUT]       writes the project as an Excel workbook
               [--project ID]
  caiet export FILE --as public [-o OUT]     writes a public package, without personal or confidential data
               [--project ID] [--report-published]
  caiet export FILE --as ocds [-o OUT]       writes OCDS 1.1.5 open data, one release a publication event
               [--project ID] [--report-published] [--ocid-prefix PREFIX]
               without --report-published no bid and no price goes out
  verify, validate, evaluate, export, import --into: --passphrase-file FILE for encrypted packages
  verify: --signed-by FINGERPRINT asks for that key's signature
  caiet law                                  prints the constants and articles of law used, with the certainty of each
  caiet schema                               prints the package format as JSON Schema

Everywhere: --lang ro|en, --help. Exit codes: 0 fine, 1 problems found, 2 wrong command or unreadable file.
In full: docs/terminal.md`,
  'terminal.noCommand': 'The command is missing. Write “caiet --help” for the list.',
  'terminal.unknownCommand': 'There is no command “{command}” in this version. Commands: {known}.',
  'terminal.unknownOption': 'The option {option} does not go with “{command}”. Write “caiet --help” for the known ones.',
  'terminal.missingValue': 'The option {option} needs a value after it.',
  'terminal.missingOption': 'The command “{command}” needs the option {option}.',
  'terminal.missingFile': 'The command “{command}” needs a file.',
  'terminal.missingNamedFile': 'The command “{command}” lacks the file {name}. It is written: {command} BASE LOCAL INCOMING -o OUT.',
  'terminal.tooManyFiles': 'With the command “{command}”, “{extra}” is one too many.',
  'terminal.badChoice': '“{value}” is not known to {option} in this version. It may be: {known}.',
  'terminal.onlyDemo': 'This version writes only the demo project: “caiet new --demo -o OUT”.',
  'terminal.missingKind': 'The command “{command}” needs the kind of form: {known}.',
  'terminal.whichEvaluator': '“{name}” is not exactly one of the evaluators: {known}.',
  'terminal.noMapForSheets': 'A returned score sheet says itself which cell is which, and is taken in only as the one that was handed out; --map and --evaluator are for tables of scores.',
  'terminal.together': 'The options --into and -o go only together.',

  'terminal.notInto': 'The nomenclature belongs to the computer, not to a project: for “{kind}”, leave out --into.',

  'terminal.notFound': 'There is no file “{path}”.',
  'terminal.notAFile': '“{path}” is not a file.',
  'terminal.notAllowed': 'No permission to use “{path}”.',
  'terminal.tooLarge': 'The file “{path}” has {size} bytes, above the limit of {limit}.',
  'terminal.unreadable': 'The file “{path}” cannot be read ({detail}).',
  'terminal.noFolder': 'The folder for “{path}” does not exist.',
  'terminal.unwritable': 'The file “{path}” cannot be written ({detail}).',
  'terminal.ownSource': 'The publication would take the place of the package it is made of, “{path}”. Choose another name with -o.',
  'terminal.noPassphrase': 'The file “{path}” has no passphrase on its first line.',
  'terminal.notSigned': 'The signatures of the packages read are good, but “{path}” is not signed: only the window has this computer’s signing key.',
  'terminal.otherSigner': 'The package is not signed by the expected key (its fingerprint: {fingerprint}).',
  'terminal.release': 'Release of {date}: {what}',
  'terminal.draftRelease': 'Release of {date}: the call as it stands now; a later export has the frozen call in its place',
  'terminal.exists': 'The file “{path}” already exists. Choose another name with -o.',

  'terminal.inFile': '“{path}”: {message}',
  'terminal.at': '{pointer}: {message}',
  'terminal.more': '{message} (and {count, plural, one {one more problem} other {# more problems}}; “caiet validate” shows them all)',
  'terminal.noProjects': 'The package “{path}” has no projects.',
  'terminal.whichProject': 'The package has several projects. Choose one with --project: {known}.',
  'terminal.noSuchProject': 'The package has no project “{id}”. Its projects: {known}.',
  'terminal.badMap': 'The file “{path}” does not say which column is which field: {detail}.',
  'terminal.map.notJson': 'it is not JSON',
  'terminal.map.shape': 'an object with “columns” and, where needed, “sheet” and “headerRow” is expected',
  'terminal.map.sheet': 'the workbook has no sheet “{sheet}”',
  'terminal.map.column': 'the table has no column “{column}”',
  'terminal.map.field': 'the field “{field}” is not known; fields: {known}',
  'terminal.map.clash': 'the fields “{field}” and “{other}” do not go together',
  'terminal.map.twice': 'the field “{field}” is there twice',
  'terminal.rowsLeftOut': '{count, plural, one {One row has errors and was left out} other {# rows have errors and were left out}}; see “problems”.',
  'terminal.tooManyBids': 'The project would have {count} bids, above the limit of {limit}.',
  'terminal.defect': 'Something unforeseen stopped the command: {detail}',
};
