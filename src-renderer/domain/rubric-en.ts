/** The criteria template's words in English. */
import type { Rubric } from './rubric';

export const RUBRIC_EN: Rubric = {
  price: {
    name: 'Price of the bid',
    description: 'Total price without VAT for the whole length of the contract. The lowest price earns full points, the others in proportion.',
  },
  solution: {
    name: 'Quality of the solution and of the plan to put it to work',
    description: 'How well the solution meets the functional requirements, and how believable the way to daily use is.',
    evidence: 'The solution described for each requirement, the timetable, the team and the test plan, with page references.',
    anchors: [
      'The bid does not show how the functional requirements are met.',
      'Some requirements are addressed, but important ones are left unanswered or the plan cannot be followed.',
      'The important requirements are addressed, with gaps; the plan has stages but no people or dates.',
      'All requirements are met; the plan has stages, dates and people in charge.',
      'All requirements are met and demonstrated; the plan includes tests with users and measures for the main risks.',
      'Requirements are exceeded, with results measured in similar conditions; the plan can be checked week by week.',
    ],
  },
  serviceChange: {
    name: 'Change of the service for citizens',
    description: 'How much, and for whom, the public service improves on what it is today.',
    evidence: 'The service indicator with today\'s value and the promised one, the number of people who will notice, and how it is measured.',
    anchors: [
      'No change for citizens can be seen.',
      'The service stays the same; only equipment or internal work changes.',
      'The service improves a little or for few people, without measured values.',
      'The service improves visibly for most of its users, with a measurable target.',
      'The service clearly improves for everyone, vulnerable groups included, with baseline values and targets.',
      'The service becomes a different one: a problem people had is gone, shown by measurements and promised in the contract.',
    ],
  },
  novelty: {
    name: 'Novelty of the solution',
    description: 'How far the solution goes beyond what is usually bought for the same need.',
    evidence: 'A comparison with what the market offers, the readiness level, and what was developed or adapted for this need.',
    anchors: [
      'It is the usual product, with nothing new.',
      'It has small adaptations that do not affect the result.',
      'It combines known elements in an uncommon way, with limited effect.',
      'It clearly improves on the practice of similar authorities.',
      'It brings something new, proven at least under test, that solves what the market did not.',
      'It opens a new way, proven in real conditions, that other authorities can follow.',
    ],
  },
  scalability: {
    name: 'Scalability',
    description: 'How easily the solution extends to the whole municipality, to other services or to other places.',
    evidence: 'Technical limits, the cost of each unit added, and the rights of other authorities to use it.',
    anchors: [
      'The solution works only in the trial proposed.',
      'Extending it means doing most of the work again.',
      'Extending it is possible, but its cost and limits are not shown.',
      'Extending it to the whole municipality is described, with the cost per unit.',
      'Extending it to the whole municipality and to new services is described, at costs that fall with the number.',
      'It has already been extended elsewhere, or has a complete plan with rights of use for other places.',
    ],
  },
  interoperability: {
    name: 'Interoperability',
    description: 'How freely data and components can be used together with other systems, without depending on one supplier.',
    evidence: 'Open standards used, documented interfaces, export formats and the terms for leaving the contract.',
    anchors: [
      'A closed system; data cannot be taken out.',
      'Only the supplier can take data out, on request.',
      'There are exports, but in proprietary or incomplete formats.',
      'Data can be exported completely in open formats; the main interfaces are documented.',
      'Open, documented interfaces for every component, with an example of linking another system.',
      'Open standards throughout, demonstrated links with other suppliers\' systems, and a way out without hidden costs.',
    ],
  },
  sustainability: {
    name: 'Sustainability',
    description: 'The solution\'s effects on the environment, and the authority\'s power to keep it running after the contract.',
    evidence: 'Use of energy and materials, service life, repairability, and the yearly cost after the warranty.',
    anchors: [
      'Nothing is said about long-term effects.',
      'There are only general statements, without figures.',
      'There are some figures, but cost or effects after the warranty are missing.',
      'Consumption, service life and yearly cost after the warranty are given and believable.',
      'Consumption falls compared with today, components can be repaired, and the authority can do routine upkeep itself.',
      'Effects are proven over the whole life cycle, and savings cover the cost of upkeep.',
    ],
  },
  learning: {
    name: 'Organisational learning',
    description: 'What the authority knows and can do after the project that it could not before.',
    evidence: 'The training plan, the documentation handed over, the way of working together and of sharing the experience.',
    anchors: [
      'The authority receives a product and nothing else.',
      'A presentation is offered at handover.',
      'Training is offered to operators, without documentation of its own.',
      'Training and documentation are offered, so that staff use the solution by themselves.',
      'Staff take part in the configuration and in measuring results, and can go on without the supplier.',
      'The authority is left with a new, documented way of working that it can show to other places.',
    ],
  },
};
