/** The finished procedure in English. */
import type { FinishedWords } from './words';

export const FINISHED_EN: FinishedWords = {
  title: 'Water without losses: leaks found before they show',
  description:
    'Nearly half of the water pumped into the town is lost, and a hidden leak is found after 34 days on average. ' +
    'The target is to find a leak within 48 hours and to lose less than 25 % within two years, measured zone by zone. ' +
    'A finished procedure with invented data: it shows the whole way, from the frozen call to the locked decision.',
  lot: {
    title: 'Sensors, leak detection and alerts for the crews',
    description: 'Pressure and noise sensors on 64 km of pipe, a model that points to the section with the leak, and alerts for the repair crews. Outcome asked for: 8 of 10 leaks above 0.5 l/s are shown within 48 hours, no more than 150 m off.',
  },
  valueReason: 'The mean of four price quotations from the market consultation in March and the cost of the two similar projects known, without options or extensions.',
  chosenReason: 'The value is below the threshold of the law, the outcomes are known and not negotiated; solutions on the market are adapted to the network.',
  needs: [
    {
      title: 'Hidden leaks are found after a month',
      problem: 'A leak that does not surface is found after 34 days on average, by searching in the field. Until then treated, paid water is lost.',
      affected: 'The 21,000 customers who pay for the lost water, and the crews called out at night.',
      desiredOutcome: 'A leak is shown within 48 hours, by section of pipe.',
      baseline: '34', target: '2', unit: 'days', department: 'Water and sewerage service', source: 'department', priority: 'high', state: 'published',
      answers: [
        { code: 'C-1', section: '2 Detection', text: 'Of ten leaks above 0.5 l/s at least eight are shown within 48 hours, no more than 150 m off.', kind: 'mandatory', aspect: 'functional', verification: 'Ten leaks simulated at hydrants, in three zones.' },
        { code: 'C-2', section: '2 Detection', text: 'The system extends to the outlying villages without another server, at a price per point told in the bid.', kind: 'desirable', aspect: 'scalability', verification: 'Price per point and limit of points, in the bid.', scoredBy: 3 },
      ],
    },
    {
      title: 'Almost half of the water pumped is lost',
      problem: 'The loss of 47 % is known for the whole town only, once a year. Nobody sees which zone is worth digging first.',
      affected: 'The town: energy, chemicals and water for 1.9 million lei a year.',
      desiredOutcome: 'The loss is known daily, by zone, and falls below a quarter within two years.',
      baseline: '47', target: '25', unit: '%', department: 'Water and sewerage service', source: 'consultation', priority: 'high', state: 'published',
      answers: [
        { code: 'C-3', section: '3 Data', text: 'The values of every zone are open data and reach the present control room through a documented interface.', kind: 'mandatory', aspect: 'interoperability', verification: 'Connection to the control room, at acceptance.', scoredBy: 4 },
        { code: 'C-4', section: '4 Endurance', text: 'The power sources of the sensors last at least five years and are changed by the town\'s own crew.', kind: 'mandatory', aspect: 'sustainability', verification: 'Data sheet and calculation of endurance.', scoredBy: 5 },
      ],
    },
  ],
  knockOuts: [
    { title: 'Sensors protected to IP68', description: 'The manholes are flooded every spring; a sensor below IP68 does not last a year.', evidence: 'Test report of an accredited laboratory for the offered model.' },
    { title: 'At least one water network monitored in the last five years', description: 'Going live without experience on a working network would cut off whole districts.', evidence: 'Acceptance document or a letter of the network\'s operator.' },
  ],
  shown: ['Test report in annex 2, pages 3-6, for the offered model.', 'Acceptance record in annex 4, signed by the network\'s operator.'],
  rejection: {
    evidence: 'Data sheet, page 8: sensor IP65. There is no test report.',
    check: 'The data sheet says IP65 and the condition is IP68; nothing else in the bid proves it.',
    reason: 'The offered sensors are protected to IP65 (data sheet, page 8), and the call asks for IP68. Another model after submission would change the bid.',
  },
  seen: {
    hidrosens: [
      'The plan has weekly stages, names who is responsible, and a 30-day trial in the station district (pages 11-19).',
      'Time to find falls from 34 days to 31 hours, measured in an eight-month pilot and promised in the contract (page 22).',
      'The model learns from the noise of the night and points to the section, not only the zone (page 25); two uses are known in the country.',
      'Extending it to the outlying villages costs 2,180 lei a point on the same server (page 28).',
      'Data in an open format, a documented interface, and a proven link to the present control room (annex 5).',
      'Batteries for ten years, changed by the town\'s own crew; 31 lei a point each year after warranty (page 33).',
      'Four people of the town run the measuring themselves after the sixth month; manual in Romanian (page 36).',
    ],
    limpede: [
      'Every requirement is answered, with schedule and team (pages 8-20); testing is foreseen in the laboratory only.',
      'Found within 46 hours, a target in the contract, but no starting values for the old zones (page 23).',
      'Classic noise correlation with a new pressure module (page 26).',
      'It can grow to the whole network; the cost of a point stays at 2,900 lei (page 30).',
      'Complete export as CSV; control stays in the supplier\'s application (page 31).',
      'Spare parts for ten years and consumption stated for each model (page 34).',
      'Three days of training for operators at handover (page 37).',
    ],
    picatura: [
      'The requirements are answered, but the installation team is not named (pages 9-14).',
      'Residents see repairs on a map, and a leak is found within 40 hours (pages 17-18).',
      'Microphones tied to a new learning network, with a three-month pilot on 6 km (pages 20-22).',
      'It can be extended section by section, with prices in steps (page 24).',
      'Open interfaces and an example of a link to the county\'s data portal (annex 3).',
      'The microphones are replaced after four years, and the cost is given for the first time only (page 27).',
      'Two days of training and three months of help, with a guide in Romanian (page 29).',
    ],
  },
  judged: {
    ilinca: { 2: 'What is missing weighs more than what is promised.', 3: 'It is what the call asks for, and no more.', 4: 'It is above what the call asks for and can be checked.', 5: 'It is proven by measurements and promised.' },
    tudor: { 2: 'From the field I see that it is not enough.', 3: 'It covers the requirement, without anything more.', 4: 'For the crew in the field it means a lot.', 5: 'I have seen no better result on a network like ours.' },
    anca: { 2: 'I do not find the evidence that would support more.', 3: 'Met, with the usual evidence.', 4: 'The evidence is concrete and in its place.', 5: 'The evidence is complete, with values before and after.' },
  },
  moderation: {
    reason: 'The solution is new in the country, but the three-month pilot covers 6 km and a single winter (pages 20-22): the highest level cannot be given.',
    dissent: 'A three-month pilot does not prove useful novelty on a network of 64 km; I keep level 2.',
  },
  sessions: {
    opening: 'Four bids were opened. The envelopes with the prices stay sealed until the scores are locked.',
    consensus: 'The only score far apart was discussed, Picătura Digitală under novelty. The common score is 4, with two votes for it and one individual note.',
    final: 'After the scores were locked the prices were opened, the bids ranked, and the award to the first place proposed.',
  },
  decision: 'The bid has the most points: it shortens the time to find a leak, proven in a pilot, and leaves data and skill with the town, at a price 8 % below the estimate.',
  phases: [
    { name: 'Pilot zone', result: 'The sensors work on 8 km of pipe, and of three leaks simulated at hydrants at least two are shown within 48 hours.' },
    { name: 'The whole network', result: 'The sensors work on all 64 km; of ten simulated leaks at least eight are shown within 48 hours, at most 150 m off.' },
    { name: 'Handover to the crews of the town', result: 'Dispatchers and crews work by themselves for a month, and the data is read from the open portal.' },
  ],
  piloted: {
    delivered: 'Sensors on 8.2 km of pipe. Three leaks simulated at hydrants, all shown within 31 hours, 40, 65 and 120 m off; the phase was accepted with minutes.',
    remarks: 'The night crew asked for the alert by telephone too. To be seen in the next phase.',
  },
};
