/** One way out for the project: what the file holds, whom it is for, the button, and where the last one went. */
import { useState, type ReactNode } from 'react';
import type { Watched } from '../../../exchange/package-desk';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Card } from '../../primitives/card';
import { useFocusKept } from '../../primitives/focus-kept';
import { ProgressBar } from '../../primitives/progress-bar';

/** Runs one export at a time; tells how far it is and where the last file went. */
export const useExport = (make: (watched: Watched) => Promise<string | null>) => {
  const run = useRun();
  const [stop, setStop] = useState<AbortController | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const [location, setLocation] = useState<string | null>(null);
  const start = (): void => {
    const stopper = new AbortController();
    setStop(stopper);
    setFraction(null);
    run(async () => {
      try {
        const saved = await make({ signal: stopper.signal, onProgress: setFraction });
        if (saved !== null) setLocation(saved);
      } catch (thrown) {
        if (!stopper.signal.aborted) throw thrown;
      } finally {
        setStop(null);
      }
    });
  };
  return { busy: stop !== null, fraction, location, start, stop: () => stop?.abort() };
};

export interface ExportCardProps {
  readonly title: string;
  readonly aside: string;
  readonly what: string;
  readonly items: readonly string[];
  readonly use: string;
  readonly state: ReturnType<typeof useExport>;
  readonly button: ReactNode;
  /** What to fill in or to know before the button. */
  readonly children?: ReactNode;
}

export const ExportCard = ({ title, aside, what, items, use, state, button, children }: ExportCardProps) => {
  const t = useT();
  // The button goes when it is pressed, and the one that stops goes when the work is done.
  const way = useFocusKept<HTMLDivElement>(state.busy);
  return (
    <Card title={title} aside={<span>{aside}</span>}>
      <div className="exchange-what">
        <p>{what}</p>
        <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
        <p className="soft">{use}</p>
      </div>
      {children}
      <div className="exchange-way" ref={way} tabIndex={-1}>
        {state.busy ? <ProgressBar label={t('exchange.preparing')} fraction={state.fraction} onCancel={state.stop} /> : <div className="cluster">{button}</div>}
      </div>
      <output className="exchange-saved">{state.location === null ? null : t('exchange.saved', { location: state.location })}</output>
    </Card>
  );
};
