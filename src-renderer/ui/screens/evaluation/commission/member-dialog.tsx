/** A person of the commission: name, role, vote, and where to reach them. */
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { MemberFields } from '../../../../app/several-evaluators';
import { COMMISSION_ROLES } from '../../../../domain/commission';
import { roleOf } from '../../../../domain/commission-problems';
import type { Evaluator } from '../../../../domain/project';
import { SHORT_TEXT } from '../../../../domain/texts';
import { useT } from '../../../context/language';
import { Button } from '../../../primitives/button';
import { Checkbox } from '../../../primitives/checkbox';
import { Dialog } from '../../../primitives/dialog';
import { Select } from '../../../primitives/select';
import { TextField } from '../../../primitives/text-field';

export interface MemberDialogProps {
  /** Null for a new one. */
  readonly person: Evaluator | null;
  readonly onClose: () => void;
  readonly onKeep: (fields: MemberFields) => void;
}

/** A dialog asked for by the person may take the focus to its first field. */
const FOCUS_AT_FIRST = { autoFocus: true } as const;

export const MemberDialog = ({ person, onClose, onKeep }: MemberDialogProps) => {
  const t = useT();
  const [fields, setFields] = useState<MemberFields>({
    name: person?.name ?? '', role: person === null ? 'member' : roleOf(person), votes: person?.votes ?? true, organisation: person?.organisation ?? '', email: person?.email ?? '',
  });
  const [asked, setAsked] = useState(false);
  const set = (some: Partial<MemberFields>): void => setFields((before) => ({ ...before, ...some }));
  const keep = (): void => {
    setAsked(true);
    if (fields.name.trim() === '') return;
    onKeep({ ...fields, votes: fields.role !== 'expert' && fields.votes !== false });
    onClose();
  };
  const actions = <><Button onPress={onClose}>{t('commission.cancel')}</Button><Button variant="primary" onPress={keep}>{t('commission.save')}</Button></>;
  return (
    <Dialog title={t(person === null ? 'commission.dialog.add' : 'commission.dialog.edit')} isOpen onClose={onClose} actions={actions} size="small">
      <Form className="commission-form" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField
          label={t('commission.field.name')} value={fields.name} onCommit={(name) => set({ name })} onType={(name) => set({ name })} maxLength={SHORT_TEXT} isRequired {...FOCUS_AT_FIRST}
          error={asked && fields.name.trim() === '' ? t('commission.needsName') : undefined}
        />
        <Select
          label={t('commission.field.role')} value={fields.role ?? 'member'} onChange={(role) => set({ role })}
          options={COMMISSION_ROLES.map((id) => ({ id, label: t(`commission.role.${id}`) }))}
        />
        {/* Members vote and experts do not; only of a chair it has to be said. */}
        {fields.role === 'chair' && <Checkbox isSelected={fields.votes !== false} onChange={(votes) => set({ votes })}>{t('commission.field.votes')}</Checkbox>}
        <p className="quiet-text">{t('commission.field.votes.hint')}</p>
        <TextField label={t('commission.field.organisation')} value={fields.organisation ?? ''} onCommit={(organisation) => set({ organisation })} onType={(organisation) => set({ organisation })} maxLength={SHORT_TEXT} />
        <TextField label={t('commission.field.email')} type="email" value={fields.email ?? ''} onCommit={(email) => set({ email })} onType={(email) => set({ email })} maxLength={SHORT_TEXT} />
      </Form>
    </Dialog>
  );
};
