/** Which functions held the window's thread, from a profile of the browser: for whoever looks for the cause, not for the table. */
import type { CDPSession } from '@playwright/test';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}
interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}
/** A time without a turn: milliseconds by function, each counted once a sample with everything it called. */
interface Stretch {
  ms: number;
  readonly by: Map<string, number>;
}

const IDLE = new Set(['(idle)', '(root)']);
const SHORTEST_MS = 12;
const STRETCHES = 5;
const FUNCTIONS = 14;

const nameOf = ({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string => `${functionName || '(anonymous)'}${url === '' ? '' : `:${lineNumber + 1}`}`;

const pathsOf = ({ nodes }: Profile): ReadonlyMap<number, readonly string[]> => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<number, readonly string[]>();
  const walk = (node: ProfileNode, above: readonly string[]): void => {
    const path = [...above, nameOf(node)];
    paths.set(node.id, path);
    for (const child of node.children ?? []) {
      const below = byId.get(child);
      if (below !== undefined) walk(below, path);
    }
  };
  if (nodes[0] !== undefined) walk(nodes[0], []);
  return paths;
};

const stretchesOf = (profile: Profile): readonly Stretch[] => {
  const paths = pathsOf(profile);
  const stretches: Stretch[] = [{ ms: 0, by: new Map() }];
  for (const [index, sample] of profile.samples.entries()) {
    const ms = (profile.timeDeltas[index] ?? 0) / 1000;
    const path = paths.get(sample) ?? [];
    if (IDLE.has(path.at(-1) ?? '')) {
      stretches.push({ ms: 0, by: new Map() });
      continue;
    }
    const stretch = stretches.at(-1)!;
    stretch.ms += ms;
    for (const name of new Set(path.slice(1))) stretch.by.set(name, (stretch.by.get(name) ?? 0) + ms);
  }
  return stretches.filter(({ ms }) => ms >= SHORTEST_MS).toSorted((one, other) => other.ms - one.ms).slice(0, STRETCHES);
};

export class Blame {
  private constructor(private readonly session: CDPSession) {}

  static async of(session: CDPSession): Promise<Blame> {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 1000 });
    return new Blame(session);
  }

  async begin(): Promise<void> {
    await this.session.send('Profiler.start');
  }

  /** The longest stretches and what was in them. */
  async end(): Promise<string> {
    const { profile } = (await this.session.send('Profiler.stop')) as { readonly profile: Profile };
    return stretchesOf(profile).map(({ ms, by }) => {
      const most = [...by].toSorted((one, other) => other[1] - one[1]).slice(0, FUNCTIONS);
      return `   ${Math.round(ms)} ms: ${most.map(([name, part]) => `${Math.round(part)} ${name}`).join(', ')}`;
    }).join('\n');
  }
}
