/** Forms to send out: bid form, price schedule, needs, requirements. */
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { asksForCosts } from '../../../domain/cost-items';
import { TEMPLATE_KINDS } from '../../../domain/ports/template-request';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useSend } from '../../context/outgoing';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';

export const TemplatesCard = () => {
  const t = useT();
  const send = useSend();
  const { templates } = useCaiet();
  const project = useProject();
  const kinds = TEMPLATE_KINDS.filter((kind) => kind !== 'costs' || asksForCosts(project));
  const [location, setLocation] = useState<string | null>(null);
  return (
    <Card title={t('templates.card.title')}>
      <p className="prose">{t('templates.card.lede')}</p>
      <ul className="templates-list">
        {kinds.map((kind) => {
          const title = t(`templates.title.${kind}`);
          const save = (): void => send(async (watched) => {
            const saved = await templates.save(kind, title, watched);
            if (saved !== null) setLocation(saved);
          });
          return (
            <li key={kind}>
              <div><strong>{title}</strong><span className="soft">{t(`templates.card.who.${kind}`)}</span></div>
              <Button icon={FileSpreadsheet} label={t('templates.card.save', { title })} onPress={save}>{t('templates.card.saveShort')}</Button>
            </li>
          );
        })}
      </ul>
      <output className="exchange-saved">{location === null ? null : t('templates.card.saved', { location })}</output>
    </Card>
  );
};
