/** How a project of a package stands to the one here, and what may be done with it. */
import type { PackageChoice } from '../../../app/caiet';
import type { StandingFacts } from '../../../exchange/compare';
import type { OpenedFacts } from '../../../exchange/opened-package';
import type { Tone } from '../../primitives/pill';

export const STANDINGS = ['new', 'same', 'alike', 'known', 'mergeable', 'conflicting', 'unrelated', 'refused', 'redacted'] as const;
export type Standing = (typeof STANDINGS)[number];

export const standingOf = (facts: StandingFacts, { isRedacted }: Pick<OpenedFacts, 'isRedacted'>): Standing => {
  if (facts.status === 'same') return facts.learns ? 'alike' : 'same';
  if (facts.status === 'new') return 'new';
  if (isRedacted) return 'redacted';
  switch (facts.merge) {
    case 'nothing': return 'known';
    case 'merged': return facts.conflicts > 0 ? 'conflicting' : 'mergeable';
    case 'unrelated': case 'refused': return facts.merge;
  }
};

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  new: 'info', same: 'ok', alike: 'ok', known: 'ok', mergeable: 'info', conflicting: 'warn', unrelated: 'warn', refused: 'bad', redacted: 'warn',
};

/** What may be done with a project. A version made for publication takes no project's place. */
export const CHOICES: Readonly<Record<Standing, readonly PackageChoice[]>> = {
  new: ['add', 'skip'],
  same: ['skip', 'copy'],
  alike: ['merge', 'skip', 'copy'],
  known: ['skip', 'replace', 'copy'],
  mergeable: ['merge', 'replace', 'copy', 'skip'],
  conflicting: ['merge', 'replace', 'copy', 'skip'],
  unrelated: ['replace', 'copy', 'skip'],
  refused: ['replace', 'copy', 'skip'],
  redacted: ['copy', 'skip'],
};

/** The choice that loses nothing, where there is one; null leaves it to the person. */
export const DEFAULT_CHOICE: Readonly<Record<Standing, PackageChoice | null>> = {
  new: 'add', same: 'skip', alike: 'merge', known: 'skip', mergeable: 'merge', conflicting: 'merge', unrelated: null, refused: null, redacted: null,
};
