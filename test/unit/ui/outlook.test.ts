import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { outlookOf, tiesOf } from '../../../src-renderer/ui/screens/evaluation/outlook';

const demo = (): Project => {
  let minted = 0;
  return structuredClone(demoProject({ next: () => `id-${String((minted += 1)).padStart(4, '0')}` }, { now: () => '2026-03-02T08:00:00.000Z' }));
};

/** The first lot of the demo, after `change`. */
const firstLot = (change: (project: Project) => void) => {
  const project = demo();
  change(project);
  const lot = inOrder(project.lots)[0]!;
  return evaluate(project, RO_2026).lots.find(({ lotId }) => lotId === lot.id)!;
};

const validBids = (project: Project) => Object.values(project.bids).filter((bid) => bid.lotId === inOrder(project.lots)[0]!.id && bid.status === 'valid');

describe('what missing scores may change', () => {
  it('is nothing when none is missing', () => {
    expect(outlookOf(firstLot(() => undefined))).toEqual({ kind: 'final' });
  });

  it('leaves first place open to a bid that could still catch up', () => {
    const lot = firstLot((project) => {
      const challenger = validBids(project)[0]!;
      for (const sheet of Object.values(project.scoreSheets)) if (sheet.bidId === challenger.id) sheet.scores = {};
    });
    const outlook = outlookOf(lot);
    const left = lot.ranking.find(({ total }) => total === null)!;
    expect(outlook).toEqual({ kind: 'firstPlaceOpen', challengers: [left.bidId] });
  });

  it('says nothing of places while a price is missing', () => {
    const lot = firstLot((project) => {
      validBids(project)[0]!.price = null;
    });
    expect(outlookOf(lot).kind).toBe('pricesOpen');
  });

  it('is everything when no bid is complete', () => {
    const lot = firstLot((project) => {
      for (const sheet of Object.values(project.scoreSheets)) sheet.scores = {};
    });
    expect(outlookOf(lot)).toEqual({ kind: 'nothingRanked' });
  });

  it('keeps its word: a safe first place stays first whatever scores are given', () => {
    const project = demo();
    const lotId = inOrder(project.lots)[1]!.id;
    const before = evaluate(project, RO_2026).lots.find((lot) => lot.lotId === lotId)!;
    const outlook = outlookOf(before);
    expect(outlook.kind).toBe('firstPlaceSafe');
    for (let level = 0; level <= 5; level += 1) {
      const filled = structuredClone(project);
      for (const sheet of Object.values(filled.scoreSheets)) {
        for (const criterion of Object.values(filled.awardCriteria)) {
          if (criterion.type === 'quality') sheet.scores[criterion.id] ??= { value: String(level), reason: '' };
        }
      }
      const after = evaluate(filled, RO_2026).lots.find((lot) => lot.lotId === lotId)!;
      expect(after.provisional).toBe(false);
      expect(after.ranking.filter(({ rank }) => rank === 1).map(({ bidId }) => bidId)).toEqual(outlook.kind === 'firstPlaceSafe' ? outlook.leaders : []);
    }
  });
});

describe('ties', () => {
  it('names every bid that shares a rank', () => {
    const lot = firstLot((project) => {
      const [one, other] = validBids(project);
      other!.price = one!.price;
      const sheetOf = (bidId: string) => Object.values(project.scoreSheets).find((sheet) => sheet.bidId === bidId)!;
      sheetOf(other!.id).scores = sheetOf(one!.id).scores;
    });
    const [tie] = tiesOf(lot);
    expect(tie?.bidIds).toHaveLength(2);
    expect(lot.ranking.filter(({ rank }) => rank === tie?.rank)).toHaveLength(2);
  });
});
