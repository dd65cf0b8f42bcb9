/** A process that appends to the journal and says each number only once it is acknowledged. To be killed. */
import { SafetyFolder } from '../../../src-main/safety/safety-folder';

const safety = new SafetyFolder(process.argv[2] ?? '');
for (let seq = 0; ; seq += 1) {
  await safety.appendJournal(`${JSON.stringify({ seq, text: 'ș'.repeat(500) })}\n`);
  process.stdout.write(`${seq}\n`);
}
