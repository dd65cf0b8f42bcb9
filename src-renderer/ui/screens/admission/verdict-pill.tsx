/** Where a bid stands, as a word with a colour. */
import type { Verdict } from '../../../domain/admissibility/verdict';
import { useT } from '../../context/language';
import { Pill, type Tone } from '../../primitives/pill';

const TONES: Readonly<Record<Verdict, Tone | 'neutral'>> = { examined: 'info', admissible: 'ok', unacceptable: 'bad', noncompliant: 'bad', rejected: 'warn', withdrawn: 'neutral' };

export const VerdictPill = ({ verdict }: { readonly verdict: Verdict }) => {
  const t = useT();
  return <Pill tone={TONES[verdict]}>{t(`admission.verdict.${verdict}`)}</Pill>;
};
