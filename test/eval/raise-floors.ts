/** `npm run floors`: writes the floors that today's scores deserve. They only move up. */
import { writeFileSync } from 'node:fs';
import { FLOORS_FILE, measureSets, raiseAll, readFloors } from './floors.ts';

const floors = readFloors();
const next = raiseAll(floors, await measureSets(floors));
for (const [set, figures] of Object.entries(next)) {
  for (const [name, floor] of Object.entries(figures)) {
    const old = (floors[set] as Record<string, number>)[name]!;
    console.log(`${set} ${name}: ${old}${floor > old ? ` -> ${floor}` : ''}`);
  }
}
writeFileSync(FLOORS_FILE, `${JSON.stringify(next, null, 2)}\n`);
