import type { app as source } from '../ro/app';

export const app: Record<keyof typeof source, string> = {
  'app.name': 'Caiet',
  'app.windowTitle': '{page} · Caiet',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.stop': 'Stop',
  'app.dismiss': 'Hide this message',
  'app.undo': 'Undo',
  'app.chooseFile': 'Choose a file…',
  'app.fileUnreadable': 'The file could not be read. Check that it is not open in another program and try again.',
  'app.helpAbout': 'Help: {subject}',
  'app.field.notANumber': 'This is not a number. Write, for example, {example}.',
  'app.field.notWhole': 'Write a whole number, without decimals.',
  'app.field.negative': 'Write a number that is zero or more.',
  'app.field.notMoney': '{digits, plural, =0 {Write the amount without decimals and with at most 15 digits.} one {Write the amount with at most one decimal and 15 digits in all.} other {Write the amount with at most # decimals and 15 digits in all.}}',
  'app.field.clearDate': 'Clear the date',
  'app.field.yearOutside': 'The year must be between 1900 and 2199.',
};
