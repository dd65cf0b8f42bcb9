/** The CPV codes that can be chosen from here, with the imported nomenclature once it has been read. */
import { useEffect } from 'react';
import type { CpvState } from '../../app/cpv-door';
import { useCaiet, useWorkspace } from './caiet-context';
import { useRun } from './run';

export const useCpv = (): CpvState => {
  const { cpv } = useCaiet();
  const run = useRun();
  useEffect(() => run(() => cpv.load()), [cpv, run]);
  return useWorkspace((state) => state.cpv);
};
