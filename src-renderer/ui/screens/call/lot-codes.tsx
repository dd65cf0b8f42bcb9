/** What a lot buys by the common vocabulary: its main CPV code and the additional ones. */
import { MAX_ADDITIONAL_CPV, type Lot } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useCpv } from '../../context/cpv';
import { useT } from '../../context/language';
import { CpvField } from './cpv-field';

export const LotCodes = ({ lot }: { readonly lot: Lot }) => {
  const t = useT();
  const { call } = useCaiet();
  const { list } = useCpv();
  const main = lot.cpv === undefined || lot.cpv === null ? [] : [lot.cpv];
  const additional = lot.additionalCpv ?? [];
  return (
    <div className="lot-codes">
      <CpvField label={t('cpv.main')} list={list} codes={main} max={1} taken={additional} onChange={([code]) => call.editLot(lot.id, { cpv: code ?? null })} />
      <CpvField
        label={t('cpv.additional')} list={list} codes={additional} max={MAX_ADDITIONAL_CPV} taken={main}
        onChange={(codes) => call.editLot(lot.id, { additionalCpv: [...codes] })}
      />
    </div>
  );
};
