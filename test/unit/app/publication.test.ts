import { describe, expect, it } from 'vitest';
import { plannedDate } from '../../../src-renderer/domain/timeline/milestone';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { startCaiet } from './harness';

const opened = async () => {
  const started = await startCaiet();
  const id = await started.caiet.projects.openDemo();
  await started.caiet.settle();
  return { ...started, id };
};
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('publications from the window', () => {
  it('hold no bid unless the person says that the report is published', async () => {
    const { caiet, saved, id } = await opened();
    await caiet.exchange.exportOcds(id);
    await caiet.exchange.exportPublic(id);
    const { bidders, bids } = caiet.workspace.getState().open!.project;
    const secrets = [...Object.values(bidders).flatMap(({ name, email }) => [name, email]), ...Object.keys(bids)];
    expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^Iluminat public inteligent .*\.ocds\.json$/), expect.stringMatching(/\.public\.caiet\.json$/)]);
    for (const { bytes } of saved) expect(secrets.filter((secret) => textOf(bytes).includes(secret))).toEqual([]);
  });

  it('hold bids when the person does', async () => {
    const { caiet, saved, id } = await opened();
    await caiet.exchange.exportOcds(id, 'afterReport');
    await caiet.exchange.exportPublic(id, 'afterReport');
    expect(textOf(saved[0]!.bytes)).toContain('"bids"');
    expect(Object.keys(readPackage('public', saved[1]!.bytes).projects[0]!.project.bids)).toHaveLength(9);
  });

  it('of a finished procedure are one for the call and, after the report, one each for decision, contract and phase, and the window lists what is written', async () => {
    const { caiet, saved } = await startCaiet();
    await caiet.projects.openFinishedDemo();
    await caiet.settle();
    const { project } = caiet.workspace.getState().open!;
    const listed = async (phase: 'beforeReport' | 'afterReport') => (await caiet.exchange.ocdsReleases(project.id, phase)).releases.map(({ tag, date, isDraft }) => [tag.join(), date, isDraft]);
    const [created] = await caiet.projects.history(project.id);
    const call = [['planning', created!.at, false], ['tender', project.freezes!['1']!.at, false], ['tenderUpdate', `${plannedDate(project, 'publication')}T00:00:00Z`, false]];
    const [decidedAt] = Object.values(project.decisions!).map((decision) => decision.decidedAt);
    expect(await listed('beforeReport')).toEqual(call);
    const [contract] = Object.values(project.afterDecisions!).map(({ signedOn }) => ['contract', `${signedOn}T00:00:00Z`, false]);
    const reviewed = (await caiet.projects.history(project.id)).find(({ label }) => label.code === 'phaseReviewed')!.at;
    expect(await listed('afterReport')).toEqual([...call, ['award', decidedAt, false], contract, ['implementation', reviewed, false]]);
    await caiet.exchange.exportOcds(project.id, 'afterReport');
    const written = JSON.parse(textOf(saved[0]!.bytes)) as { releases: { tag: string[]; bids?: object; tender: { status: string } }[] };
    // It was frozen some days before the planned day of publication, and open from then on.
    expect(written.releases.map(({ tag, bids, tender }) => [tag.join(), bids !== undefined, tender.status])).toEqual([['planning', false, 'planning'], ['tender', false, 'planned'], ['tenderUpdate', false, 'active'], ['award', true, 'complete'], ['contract', true, 'complete'], ['implementation', true, 'complete']]);
  });

  it('carry the prefix of the settings, also after a restart', async () => {
    const { caiet, saved, id, again } = await opened();
    caiet.changeSettings({ ocidPrefix: 'ocds-a1b2c3' });
    await caiet.exchange.exportOcds(id);
    expect(textOf(saved[0]!.bytes)).toContain(`"ocid": "ocds-a1b2c3-${id}"`);
    const restarted = await again();
    expect(restarted.workspace.getState().settings.ocidPrefix).toBe('ocds-a1b2c3');
    restarted.changeSettings({ ocidPrefix: 'wrong' });
    await expect(restarted.exchange.exportOcds(id)).rejects.toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'ocds.prefixInvalid' }) }));
    expect(saved).toHaveLength(1);
  });
});
