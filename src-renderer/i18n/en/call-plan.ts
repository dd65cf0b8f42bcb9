import type { callPlan as source } from '../ro/call-plan';

export const callPlan: Record<keyof typeof source, string> = {
  'change.procedureEdited': 'Award procedure changed',
  'change.milestonesEdited': 'Timeline of the call changed',
  'change.phaseAdded': 'Phase added',
  'change.phaseEdited': 'Phase “{name}” changed',
  'change.phaseRemoved': 'Phase “{name}” deleted',
  'change.phaseMoved': 'Phase “{name}” moved',
  'change.clarificationAdded': 'Question added',
  'change.clarificationEdited': 'Question {number} changed',
  'change.clarificationRemoved': 'Question {number} deleted',
  'change.erratumAdded': 'Erratum added',
  'change.erratumEdited': 'Erratum {number} changed',
  'change.erratumRemoved': 'Erratum {number} deleted',

  'call.parts': 'Parts of the call',
  'call.next.bids': 'On to the bids',
  'call.next.part': 'Next: {part}',
  'call.part.page': 'Call: {part}',
  'call.part.missing': '{count, plural, one {one thing to check} other {# things to check}}',
  'call.part.lots': 'Lots and budget',
  'call.part.lots.lede': 'Say what you buy, lot by lot, with the CPV code and the estimated value of each.',
  'call.part.criteria': 'Criteria',
  'call.part.criteria.lede': 'Say how bids will be scored. The rules are published with the call and stay the same for everyone.',
};
