/** A passphrase, hidden unless the person wants to see what they type. Never remembered. */
import { useState } from 'react';
import { useT } from '../../context/language';
import { Checkbox } from '../../primitives/checkbox';
import { TextField } from '../../primitives/text-field';

export interface PassphraseFieldProps {
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly description?: string;
  readonly error?: string;
  readonly autoFocus?: boolean;
  readonly onEnter?: () => void;
}

export const PassphraseField = ({ value, onType, ...notes }: PassphraseFieldProps) => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <div className="passphrase">
      <TextField label={t('packages.passphrase')} value={value} onCommit={onType} onType={onType} type={isShown ? 'text' : 'password'} maxLength={1000} {...notes} />
      <Checkbox isSelected={isShown} onChange={setShown}>{t('packages.passphrase.show')}</Checkbox>
    </div>
  );
};
