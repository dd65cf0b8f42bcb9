/** What the finished procedure says, one set for each language. */
import type { Phase } from '../../phase';
import type { NeedWords } from '../demo-specification';
import type { Scorer, ScoredBidder } from './facts';

export interface FinishedWords {
  readonly title: string;
  readonly description: string;
  readonly lot: { readonly title: string; readonly description: string };
  readonly valueReason: string;
  readonly chosenReason: string;
  readonly needs: readonly NeedWords[];
  /** A requirement and a qualification. */
  readonly knockOuts: readonly [KnockOutWords, KnockOutWords];
  /** Where an admitted bid shows that it meets each condition. */
  readonly shown: readonly [string, string];
  readonly rejection: { readonly evidence: string; readonly check: string; readonly reason: string };
  /** What stands in each bid, by criterion in the order of the call. */
  readonly seen: Readonly<Record<ScoredBidder, readonly string[]>>;
  /** How each person ends a reason, by the level given. */
  readonly judged: Readonly<Record<Scorer, Readonly<Record<2 | 3 | 4 | 5, string>>>>;
  readonly moderation: { readonly reason: string; readonly dissent: string };
  readonly sessions: { readonly opening: string; readonly consensus: string; readonly final: string };
  readonly decision: string;
  /** Phases of the contract, as the call plans them. */
  readonly phases: readonly [PhaseWords, PhaseWords, PhaseWords];
  /** What the first one delivered, and what is said of it inside. */
  readonly piloted: { readonly delivered: string; readonly remarks: string };
}

type PhaseWords = Pick<Phase, 'name' | 'result'>;

interface KnockOutWords {
  readonly title: string;
  readonly description: string;
  readonly evidence: string;
}
