/** The article a ground rests on, when it was checked, and how surely it is known. */
import type { LegalGround } from '../../../domain/admissibility/grounds';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';

export const GroundSource = ({ ground }: { readonly ground: LegalGround }) => {
  const t = useT();
  const format = useFormat();
  return <p className="law-source">{t('admission.source', { reference: ground.legalReference, certainty: ground.certainty, date: format.date(ground.checkedOn) })}</p>;
};
