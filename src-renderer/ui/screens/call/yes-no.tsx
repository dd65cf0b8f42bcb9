/** A question with two answers, neither of them given until somebody gives it. */
import type { ReactNode } from 'react';
import { useT } from '../../context/language';
import { RadioGroup } from '../../primitives/radio-group';

export interface YesNoProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

export const YesNo = ({ label, description, value, onChange }: YesNoProps) => {
  const t = useT();
  return (
    <RadioGroup
      label={label} orientation="horizontal" value={value === undefined ? null : value ? 'yes' : 'no'} {...(description === undefined ? {} : { description })}
      options={[{ id: 'yes', label: t('procedure.yes') }, { id: 'no', label: t('procedure.no') }]} onChange={(answer) => onChange(answer === 'yes')}
    />
  );
};
