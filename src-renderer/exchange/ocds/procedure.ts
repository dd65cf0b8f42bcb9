/** How bids are called for: the procedure by its OCDS code, where the law's procedure has one, and by its Romanian name. */
import { procedureOf, type Procedure, type Route } from '../../domain/procedure/procedure';
import type { Project } from '../../domain/project';
import { maybe } from './written';

/** OCDS code list `method.csv`, which is closed. */
export type OcdsMethod = 'open' | 'selective' | 'limited' | 'direct';

/** `mainProcurementCategory`, of `procurementCategory.csv`. */
export type OcdsCategory = 'goods' | 'works' | 'services';

export interface OcdsProcedure {
  readonly procurementMethod?: OcdsMethod;
  readonly procurementMethodDetails?: string;
  readonly mainProcurementCategory?: OcdsCategory;
}

/** As Law 98/2016 art. 68 calls them; the release is in Romanian. */
export const ROUTE_NAMES: Readonly<Record<Route, string>> = {
  open: 'Licitație deschisă',
  restricted: 'Licitație restrânsă',
  competitiveNegotiation: 'Negociere competitivă',
  competitiveDialogue: 'Dialog competitiv',
  innovationPartnership: 'Parteneriat pentru inovare',
  preCommercial: 'Achiziție înainte de comercializare (PCP)',
  designContest: 'Concurs de soluții',
  simplified: 'Procedură simplificată',
  directPurchase: 'Achiziție directă',
  socialServices: 'Procedura pentru servicii sociale și alte servicii specifice',
  negotiationWithoutNotice: 'Negociere fără publicare prealabilă',
};

/**
 * Null where the route alone does not tell who may bid: a pre-commercial procurement, a contest and the authority's own
 * procedure can each be called in several ways.
 */
const methodOf = (route: Route, { severalStages }: Procedure): OcdsMethod | null => {
  switch (route) {
    case 'open': return 'open';
    case 'restricted': case 'competitiveNegotiation': case 'competitiveDialogue': case 'innovationPartnership': return 'selective';
    case 'simplified': return severalStages === true ? 'selective' : 'open';
    case 'directPurchase': return 'direct';
    case 'negotiationWithoutNotice': return 'limited';
    case 'preCommercial': case 'designContest': case 'socialServices': return null;
  }
};

const categoryOf = ({ contractType }: Procedure): OcdsCategory | null => (contractType === undefined ? null : contractType === 'socialServices' ? 'services' : contractType);

/** What was chosen, not what is recommended. The reasons stay in the procedure's file. */
export const ocdsProcedure = (project: Project): OcdsProcedure => {
  const procedure = procedureOf(project);
  const route = procedure.chosen ?? null;
  return {
    ...(route === null ? {} : { ...maybe('procurementMethod', methodOf(route, procedure)), procurementMethodDetails: ROUTE_NAMES[route] }),
    ...maybe('mainProcurementCategory', categoryOf(procedure)),
  };
};
