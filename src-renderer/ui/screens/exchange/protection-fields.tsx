/** Before a package leaves: signed by this device, and under a passphrase if wanted. */
import { useState } from 'react';
import type { PackageOptions } from '../../../app/package-commands';
import { MIN_PASSPHRASE } from '../../../exchange/encryption';
import { useT } from '../../context/language';
import { Checkbox } from '../../primitives/checkbox';
import { PassphraseField } from './passphrase-field';

export const useProtection = () => {
  const [signed, setSigned] = useState(true);
  const [encrypted, setEncrypted] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const isLongEnough = passphrase.normalize('NFC').length >= MIN_PASSPHRASE;
  const options: PackageOptions = { signed, ...(encrypted ? { passphrase } : {}) };
  return { signed, setSigned, encrypted, setEncrypted, passphrase, setPassphrase, isLongEnough, isReady: !encrypted || isLongEnough, options };
};

export const ProtectionFields = ({ protection }: { readonly protection: ReturnType<typeof useProtection> }) => {
  const t = useT();
  const { signed, setSigned, encrypted, setEncrypted, passphrase, setPassphrase, isLongEnough } = protection;
  return (
    <div className="protection">
      <Checkbox isSelected={signed} onChange={setSigned}>{t('packages.sign')}</Checkbox>
      <p className="soft">{t('packages.sign.help')}</p>
      <Checkbox isSelected={encrypted} onChange={setEncrypted}>{t('packages.encrypt')}</Checkbox>
      {encrypted ? (
        <PassphraseField
          description={t('packages.passphrase.help', { min: MIN_PASSPHRASE })} value={passphrase} onType={setPassphrase}
          {...(passphrase === '' || isLongEnough ? {} : { error: t('problem.package.weakPassphrase', { min: MIN_PASSPHRASE }) })}
        />
      ) : null}
    </div>
  );
};
