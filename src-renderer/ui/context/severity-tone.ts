/** The colour of a problem, by how grave it is. */
import type { Severity } from '../../domain/problem';
import type { Tone } from '../primitives/pill';

export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'info' };
