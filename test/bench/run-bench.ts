// `npm run bench -- history [entries]` and `npm run bench -- runs [requests]...`; without a name the history.
const benches = ['history', 'runs'];
const [name = ''] = process.argv.slice(2);
const isNamed = benches.includes(name);
if (isNamed) process.argv.splice(2, 1);
await import(`./${isNamed ? name : 'history'}.ts`);
