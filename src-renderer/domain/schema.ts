/**
 * The schema library, configured once. Zod otherwise probes `new Function`, which our content security policy
 * refuses with a violation report, so every schema in Caiet imports `z` from here.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
