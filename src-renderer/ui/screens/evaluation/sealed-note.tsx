/** Says why no price is in sight while the envelopes of a lot are sealed. */
import type { ReactNode } from 'react';
import { useT } from '../../context/language';
import { Note } from '../../primitives/note';

export const SealedNote = ({ actions }: { readonly actions?: ReactNode }) => {
  const t = useT();
  return <Note title={t('envelope.sealed')} actions={actions}>{t('envelope.sealed.body')}</Note>;
};
