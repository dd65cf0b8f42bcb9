/** The parts of the exchange side by side; inside a project its files come first. */
import { useState, type ReactNode } from 'react';
import { useT } from '../../../context/language';
import { useTargets, waitingIn } from '../../../context/targets';
import { Tabs } from '../../../primitives/tabs';
import { InboxPart } from './inbox-part';
import { OutboxPart } from './outbox-part';
import { PlacesPart } from './places-part';

type Part = 'files' | 'outbox' | 'inbox' | 'places';

/** `files`: what the open project can leave as; absent outside a project. */
export const ExchangeParts = ({ files }: { readonly files?: ReactNode }) => {
  const t = useT();
  const targets = useTargets((state) => state.targets);
  const [part, setPart] = useState<Part>(files === undefined ? (targets.some(({ record }) => record !== null) ? 'inbox' : 'places') : 'files');
  const count = targets.reduce((sum, view) => sum + waitingIn(view).length, 0);
  const toPlaces = (): void => setPart('places');
  const tabs = [
    ...(files === undefined ? [] : [{ id: 'files' as const, label: t('targets.part.files'), content: files }]),
    { id: 'outbox' as const, label: t('targets.part.outbox'), content: <OutboxPart onPlaces={toPlaces} /> },
    { id: 'inbox' as const, label: t('targets.part.inbox', { count }), content: <InboxPart onPlaces={toPlaces} /> },
    { id: 'places' as const, label: t('targets.part.places'), content: <PlacesPart /> },
  ];
  return <Tabs label={t('targets.parts')} tabs={tabs} selected={part} onSelect={setPart} />;
};
