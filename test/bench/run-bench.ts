import process from 'node:process';

// `npm run bench -- history [entries]` and `npm run bench -- runs [requests]...`; without a name the history.
const benches = ['history', 'runs'];
const isNamed = benches.includes(process.argv[2] ?? '');
const [bench] = isNamed ? process.argv.splice(2, 1) : benches;
await import(`./${bench ?? ''}.ts`);
