import 'reflect-metadata';
import type { Bench } from './kit/bench.ts';
import { Lab } from './kit/lab.ts';

/** `npm run bench` runs every bench, `npm run bench -- <name> …` those named. */
const files = import.meta.glob<Bench>(['./*.ts', '!./main.ts'], { import: 'bench' });
const benches = new Map(Object.entries(files).map(([file, load]) => [file.slice(2, -3), load]));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !benches.has(name));
  if (unknown.length > 0) {
    say(`No bench is called ${unknown.join(', ')}. There are: ${[...benches.keys()].join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const lab = await Lab.open(say);
  try {
    for (const [name, load] of benches) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const bench = await load();
      say(`\n${name}: ${bench.purpose}`);
      await bench.run(lab);
    }
  } finally {
    await lab.close();
  }
};

run().catch((error: unknown) => {
  say(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
