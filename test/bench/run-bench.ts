import process from 'node:process';

// `npm run bench -- history [entries]`, `npm run bench -- runs [requests]...` and `npm run bench -- bodies`; without a
// name the history.
const benches = ['history', 'runs', 'bodies'];
const isNamed = benches.includes(process.argv[2] ?? '');
const [bench] = isNamed ? process.argv.splice(2, 1) : benches;
await import(`./${bench ?? ''}.ts`);
