/** The end of the consensus round: the scores of the lot are locked, and where prices are sealed, their envelopes opened. */
import { Lock, MailOpen } from 'lucide-react';
import { useId, useState } from 'react';
import { pricesSealed } from '../../../../domain/envelope';
import type { Lot, Project } from '../../../../domain/project';
import { envelopeOf } from '../../../../domain/quality-lock';
import { useCaiet } from '../../../context/caiet-context';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { useRun } from '../../../context/run';
import { Button } from '../../../primitives/button';
import { Card } from '../../../primitives/card';
import { ConfirmDialog } from '../../../primitives/confirm-dialog';
import { LawHelp } from '../../call/law-help';

export interface LockCardProps {
  readonly project: Project;
  readonly lot: Lot;
  /** Scores not given, and scores far apart that nobody discussed yet. */
  readonly missing: number;
  readonly open: number;
}

export const LockCard = ({ project, lot, missing, open }: LockCardProps) => {
  const t = useT();
  const format = useFormat();
  const run = useRun();
  const { consensus } = useCaiet();
  const [opening, setOpening] = useState(false);
  const reasonId = useId();
  const envelope = envelopeOf(project, lot.id);
  const lockedAt = envelope?.qualityLockedAt ?? null;
  const openedAt = envelope?.pricesOpenedAt ?? null;
  const twoEnvelopes = project.callRules?.twoEnvelopes === true;
  const obstacle = missing > 0 ? t('envelope.obstacle.scoresMissing') : open > 0 ? t('envelope.obstacle.consensusOpen') : null;
  return (
    <Card title={t('envelope.lock.title')} aside={<LawHelp subject={t('envelope.lock.title')} text={twoEnvelopes ? 'envelope.rule.text' : 'envelope.lock.text'} source="envelope.help.source" />}>
      <div className="lock-card">
        <p className="prose">{t('envelope.lock.text')}</p>
        {lockedAt !== null && <p><b>{t('envelope.lockedAt', { date: format.instant(lockedAt) })}</b> {t('envelope.hash')}: <code className="hash">{envelope?.qualityHash}</code></p>}
        {openedAt !== null && twoEnvelopes && <p><b>{t('envelope.openedAt', { date: format.instant(openedAt) })}</b></p>}
        {lockedAt === null && obstacle !== null && <p id={reasonId} className="quiet-text">{obstacle}</p>}
        <div className="cluster">
          {lockedAt === null && <Button variant={obstacle === null ? 'primary' : 'secondary'} icon={Lock} isDisabled={obstacle !== null} describedBy={reasonId} onPress={() => run(async () => consensus.lockQuality(lot.id))}>{t('envelope.lock')}</Button>}
          {lockedAt !== null && openedAt === null && <Button onPress={() => run(async () => consensus.unlockQuality(lot.id))}>{t('envelope.unlock')}</Button>}
          {lockedAt !== null && pricesSealed(project, lot.id) && <Button variant="primary" icon={MailOpen} onPress={() => setOpening(true)}>{t('envelope.open')}</Button>}
        </div>
      </div>
      <ConfirmDialog
        isOpen={opening} onClose={() => setOpening(false)} title={t('envelope.open.title', { number: lot.number })} confirmLabel={t('envelope.open.now')}
        body={<p>{t('envelope.open.body')}</p>} onConfirm={() => run(async () => consensus.openPrices(lot.id))}
      />
    </Card>
  );
};
