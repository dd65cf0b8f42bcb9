/** A process that appends to the journal and says each number only once it is acknowledged. To be killed. */
import { SafetyFolder } from '../../../src-main/safety/safety-folder';

const safety = new SafetyFolder(process.argv[2] ?? '');
for (let seq = 0; ; seq += 1) {
  const line = JSON.stringify({ seq, text: 'ș'.repeat(500) });
  // Every other line comes in parts, as long ones do.
  const parts = seq % 2 === 0 ? [] : [line.slice(10, 200), line.slice(200, 400), line.slice(400)];
  for (const [part, text] of parts.entries()) await safety.holdJournal(part, text);
  await safety.appendJournal(parts.length === 0 ? `${line}\n` : line.slice(0, 10), parts.length);
  process.stdout.write(`${seq}\n`);
}
