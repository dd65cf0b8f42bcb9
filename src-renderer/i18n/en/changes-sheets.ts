import type { changesSheets as source } from '../ro/changes-sheets';

export const changesSheets: Record<keyof typeof source, string> = {
  'change.memberAdded': 'Joined the commission: {name}',
  'change.memberEdited': 'Commission, details changed: {name}',
  'change.memberRemoved': 'Left the commission: {name}',
  'change.declarationMade': 'Declaration of {name}',
  'change.sheetHandedOut': 'Sheet handed to {name}',
  'change.sheetTakenIn': 'Sheet returned by {name}, {count, plural, one {# score} other {# scores}}',
  'change.scoresUndone': 'Scores taken out: {count}',
  'notice.scoresUndone': '{removed, plural, =0 {There was no score left to take out.} one {One score was taken out.} other {# scores were taken out.}}{kept, plural, =0 {} one { One stayed, because it was changed since.} other { # stayed, because they were changed since.}}',
  'change.scoreModerated': 'Discussion: {bidder}, “{criterion}”',
  'change.scoreAgreed': 'Common score: {bidder}, “{criterion}”',
  'change.agreementReopened': 'Discussion opened again: {bidder}, “{criterion}”',
  'change.qualityLocked': 'Scores of lot {number} locked',
  'change.qualityUnlocked': 'Scores of lot {number} unlocked',
  'change.pricesOpened': 'Prices of lot {number} opened',
  'change.envelopesChosen': 'Rule of the two envelopes changed',
};
