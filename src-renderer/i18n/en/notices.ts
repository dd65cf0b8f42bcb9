import type { notices as source } from '../ro/notices';

export const notices: Record<keyof typeof source, string> = {
  'notice.projectDeleted': 'The project “{title}” is in the bin.',
  'notice.projectRestored': 'The project “{title}” is back in the list.',
  'notice.projectPurged': 'The project “{title}” was deleted for good.',
  'notice.lotRemoved': 'Lot {number} was deleted{bids, plural, =0 {} one {, with one bid} other {, with # bids}}.',
  'notice.criterionRemoved': 'The criterion “{name}” was deleted.',
  'notice.bidRemoved': 'The bid of {bidder} was deleted.',
  'notice.importUndone': 'Import undone: {removed, plural, one {one bid taken out} other {# bids taken out}}{kept, plural, =0 {} one {; one bid changed since was kept} other {; # bids changed since were kept}}.',
  'notice.exported': 'Saved to {location}.',
  'notice.packageImported': '{count, plural, one {One project imported.} other {# projects imported.}}',
  'notice.reloaded': 'The project was changed in another window. You now see the newest version; the last change made here was not kept.',
  'notice.readOnly': 'Editing is paused until saving works again.',
  'notice.snapshotWritten': 'The safety copy was written and checked.',
  'notice.replayed': '{count, plural, one {One unsaved change was} other {# unsaved changes were}} recovered from the safety journal.',
  'notice.settingsNotSaved': 'The settings could not be saved and will be forgotten when the window closes.',
  'notice.problem': 'Something went wrong.',
};
