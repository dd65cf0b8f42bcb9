/** Who made the package, as far as a signature can tell, and what a person has to agree to before taking it in. */
import { useEffect, useState } from 'react';
import { needsConsent, type Trust } from '../../../exchange/trust';
import type { OpenedFacts } from '../../../exchange/opened-package';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Checkbox } from '../../primitives/checkbox';
import { Note } from '../../primitives/note';

export interface TrustQuestion {
  /** Null while it is looked up. */
  readonly trust: Trust | null;
  readonly hasConsent: boolean;
  readonly consent: (given: boolean) => void;
  /** True when nothing stands between the package and its import. */
  readonly isSettled: boolean;
}

export const useTrust = (report: OpenedFacts): TrustQuestion => {
  const { devices } = useCaiet();
  const [trust, setTrust] = useState<Trust | null>(null);
  const [hasConsent, consent] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void devices.trust(report).then((found) => {
      if (isCurrent) setTrust(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [devices, report]);
  return { trust, hasConsent, consent, isSettled: trust !== null && (!isSpokenOf(report) || !needsConsent(trust) || hasConsent) };
};

/**
 * Safety copies never leave this computer and publications come from no device, so neither is signed and nothing is said
 * of it. Of a package that cannot be imported its problems say all there is.
 */
const isSpokenOf = ({ kind, problems }: OpenedFacts): boolean => kind !== 'backup' && !problems.some(({ code, severity }) => code === 'package.redacted' || severity === 'error');

const TONES = { own: 'ok', known: 'ok', new: 'info', unsigned: 'info', stripped: 'warn', changedKey: 'warn', replayed: 'warn' } as const;

export const TrustPanel = ({ report, question: { trust, hasConsent, consent } }: { readonly report: OpenedFacts; readonly question: TrustQuestion }) => {
  const t = useT();
  if (trust === null || trust.state === 'invalid' || !isSpokenOf(report)) return null;
  const known = ('device' in trust ? trust.device.name : report.producer.authority).trim();
  const name = known === '' ? t('exchange.import.madeUnknown') : known;
  return (
    <Note tone={TONES[trust.state]} title={t(`packages.trust.${trust.state}.title`, { name })}>
      <p>{t(`packages.trust.${trust.state}.text`, { name })}</p>
      {'fingerprint' in trust ? <p><span className="field-label">{t('packages.fingerprint')}</span> <span className="mono">{trust.fingerprint}</span></p> : null}
      {needsConsent(trust) ? <Checkbox isSelected={hasConsent} onChange={consent}>{t(`packages.consent.${trust.state}`)}</Checkbox> : null}
    </Note>
  );
};
