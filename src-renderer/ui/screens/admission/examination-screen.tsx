/** The examination of bids, lot by lot: where each stands and what is still to be done about it. */
import { Gavel } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { admissionLimits, admissionProblems, priceStanding, type AdmissionLimits } from '../../../domain/admissibility/admission-problems';
import { knockOutsOfBid } from '../../../domain/admissibility/knock-outs-of-bid';
import { inquiriesOf, verdictOf } from '../../../domain/admissibility/verdict';
import { pricesSealed } from '../../../domain/envelope';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import type { Bid, Lot, Project } from '../../../domain/project';
import { useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT, useTranslator } from '../../context/language';
import { examinationHref, projectHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { LawText } from '../../primitives/law-mark';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { Pill } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VerdictPill } from './verdict-pill';

/** Where the price stands; sealed prices say so and nothing else. */
export const StandingPill = ({ project, bid, limits }: { readonly project: Project; readonly bid: Bid; readonly limits: AdmissionLimits }) => {
  const t = useT();
  const format = useFormat();
  if (pricesSealed(project, bid.lotId)) return <Pill>{t('admission.standing.sealed')}</Pill>;
  const standing = priceStanding(project, bid, limits.lowShare);
  const share = limits.lowShare === null ? '' : format.percent(limits.lowShare);
  return <Pill tone={standing === 'low' || standing === 'above' ? 'warn' : 'neutral'}>{t(`admission.standing.${standing}`, { share })}</Pill>;
};

const ConditionsText = ({ project, bid }: { readonly project: Project; readonly bid: Bid }) => {
  const t = useT();
  const conditions = knockOutsOfBid(project, bid);
  if (conditions.length === 0) return <span className="quiet-text">{t('admission.noConditions')}</span>;
  return <>{t('admission.conditionsOf', { done: conditions.filter(({ check }) => (check?.outcome ?? null) !== null).length, all: conditions.length })}</>;
};

const BidRow = ({ project, bid, limits, problems }: { readonly project: Project; readonly bid: Bid; readonly limits: AdmissionLimits; readonly problems: readonly Problem[] }) => {
  const t = useT();
  const words = useWords();
  const name = project.bidders[bid.bidderId]?.name ?? '';
  const inquiries = inquiriesOf(bid);
  const open = inquiries.filter(({ askedOn, answeredOn }) => askedOn !== null && answeredOn === null).length;
  return (
    <Tr>
      <Th scope="row"><Link href={examinationHref(project.id, bid.id)}>{name.trim() === '' ? t('bids.unnamed') : name}</Link></Th>
      <Td><StandingPill project={project} bid={bid} limits={limits} /></Td>
      <Td><ConditionsText project={project} bid={bid} /></Td>
      <Td>{t('admission.questionsOf', { count: inquiries.length, open })}</Td>
      <Td><VerdictPill verdict={verdictOf(bid)} /></Td>
      <Td>{problems.map((problem) => <p key={`${problem.code} ${problem.pointer ?? ''}`} className="admission-to-do"><LawText text={words.problem(problem)} /></p>)}</Td>
    </Tr>
  );
};

const LotCard = ({ project, lot, limits, problems }: { readonly project: Project; readonly lot: Lot; readonly limits: AdmissionLimits; readonly problems: readonly Problem[] }) => {
  const t = useT();
  const { tag } = useTranslator();
  const title = lot.title.trim() === '' ? t('bids.lotHeadingUntitled', { number: lot.number }) : t('admission.lot', { number: lot.number, title: lot.title });
  const nameOf = (bid: Bid): string => project.bidders[bid.bidderId]?.name ?? '';
  const bids = Object.values(project.bids).filter(({ lotId }) => lotId === lot.id).toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), tag));
  return (
    <Card title={title} padding="flush">
      {bids.length === 0 ? <p className="bids-none">{t('admission.noBids')}</p> : (
        <Table label={title}>
          <Thead><Tr><Th>{t('admission.bidder')}</Th><Th>{t('admission.priceStanding')}</Th><Th>{t('admission.conditions')}</Th><Th>{t('admission.questions')}</Th><Th>{t('admission.verdict')}</Th><Th>{t('admission.toDo')}</Th></Tr></Thead>
          <Tbody>{bids.map((bid) => <BidRow key={bid.id} project={project} bid={bid} limits={limits} problems={problems.filter(({ pointer }) => pointer?.startsWith(`/bids/${bid.id}/`))} />)}</Tbody>
        </Table>
      )}
    </Card>
  );
};

export const ExaminationScreen = () => {
  const t = useT();
  const project = useProject();
  const rulePack = useRulePack();
  const problems = useMemo(() => admissionProblems(project, rulePack), [project, rulePack]);
  const limits = useMemo(() => admissionLimits(project, rulePack), [project, rulePack]);
  const isEmpty = Object.keys(project.bids).length === 0;
  return (
    <Page
      title={t('admission.title')} lede={t('admission.lede')}
      {...(isEmpty ? {} : { actions: <LinkButton variant="primary" icon={Gavel} href={projectHref(project.id, 'decision')}>{t('admission.toDecision')}</LinkButton> })}
    >
      {isEmpty
        ? <EmptyState level={2} title={t('admission.empty.title')} body={<p>{t('admission.empty.text')}</p>} action={<LinkButton variant="primary" href={projectHref(project.id, 'bids')}>{t('admission.toBids')}</LinkButton>} />
        : inOrder(project.lots).map((lot) => <LotCard key={lot.id} project={project} lot={lot} limits={limits} problems={problems} />)}
    </Page>
  );
};
