/** The form colleagues fill in for a table, saved where it is needed. */
import { useState } from 'react';
import type { TemplateKind } from '../../../domain/ports/template-request';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useSend } from '../../context/outgoing';

/** `saved`: where, as a sentence; null before. */
export const useForm = (kind: TemplateKind): { readonly save: () => void; readonly saved: string | null } => {
  const t = useT();
  const send = useSend();
  const { templates } = useCaiet();
  const [location, setLocation] = useState<string | null>(null);
  return {
    save: () => send(async (watched) => {
      const saved = await templates.save(kind, t(`templates.title.${kind}`), watched);
      if (saved !== null) setLocation(saved);
    }),
    saved: location === null ? null : t('templates.card.saved', { location }),
  };
};
