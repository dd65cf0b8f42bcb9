/** The freeze: what it covers, its hash, and what may still happen to a call after it. */
import { FileText, LockKeyhole, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { isAmending } from '../../../domain/call-guard';
import { freezeInForce, frozenIntact } from '../../../domain/frozen-call';
import { openErrata } from '../../../domain/open-errata';
import type { Problem } from '../../../domain/problem';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { documentHref } from '../../context/routes';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { LawHelp } from './law-help';

const FreezeFacts = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const freeze = freezeInForce(project);
  if (freeze === null) return null;
  const isIntact = frozenIntact(project);
  const state = isAmending(project) ? 'amending' : isIntact ? 'intact' : 'changed';
  return (
    <Note tone={state === 'intact' ? 'ok' : state === 'changed' ? 'bad' : 'warn'} title={t('call.freeze.inForce', { freeze: freeze.id, at: format.instant(freeze.at) })}>
      {t(`call.frozen.${state}`)}
      <span className="freeze-hash">{t('call.frozen.hash')} <code>{freeze.hash}</code></span>
    </Note>
  );
};

/** Opens a frozen call for one of the errata recorded for it. */
const Amend = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { criteria } = useCaiet();
  const errata = openErrata(project);
  const [chosen, setChosen] = useState<Id | null>(null);
  const erratum = errata.find(({ id }) => id === chosen) ?? errata.at(-1);
  if (erratum === undefined) return <p className="quiet-text">{t('call.amend.none')}</p>;
  return (
    <div className="freeze-amend">
      <Select label={t('call.amend.erratum')} value={erratum.id} options={errata.map(({ id, what }, index) => ({ id, label: what.trim() === '' ? t('call.amend.unnamed', { index: index + 1 }) : what }))} onChange={setChosen} />
      <Button icon={LockOpen} onPress={() => criteria.amend(erratum.id)}>{t('call.amend')}</Button>
    </div>
  );
};

export interface FreezeSectionProps {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

export const FreezeSection = ({ project, problems }: FreezeSectionProps) => {
  const t = useT();
  const { criteria } = useCaiet();
  const [asking, setAsking] = useState(false);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const isOpen = freezeInForce(project) === null || isAmending(project);
  const hasBids = Object.keys(project.bids).length > 0;
  return (
    <Card
      title={t('call.freeze')}
      aside={
        <>
          <LawHelp subject={t('call.freeze')} text="call.help.freeze" source="call.help.freeze.source" />
          <LinkButton icon={FileText} href={documentHref(project.id, 'criteria')}>{t('call.freeze.print')}</LinkButton>
        </>
      }
    >
      <div className="rules-fields">
        <FreezeFacts project={project} />
        {isOpen && <p>{t('call.freeze.what')}</p>}
        {isOpen && hasBids && <Note tone="warn">{t('call.freeze.late')}</Note>}
        {isOpen && (
          <div className="freeze-amend">
            <Button icon={LockKeyhole} isDisabled={errors > 0} onPress={() => setAsking(true)}>{t('call.freeze.now')}</Button>
            {errors > 0 && <span className="quiet-text">{t('call.freeze.notReady', { count: errors })}</span>}
          </div>
        )}
        {!isOpen && <Amend project={project} />}
      </div>
      <ConfirmDialog
        isOpen={asking} onClose={() => setAsking(false)} title={t('call.freeze.confirm')} confirmLabel={t('call.freeze.now')}
        body={<p>{t('call.freeze.confirm.body')}</p>} onConfirm={() => criteria.freeze()}
      />
    </Card>
  );
};
