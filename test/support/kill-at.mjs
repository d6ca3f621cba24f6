// Loaded before the command line in a process of its own: kills it, as a power cut would, at one step of the journal.
import { DatabaseSync, StatementSync } from 'node:sqlite';

const step = process.env['KILL_AT'];
const die = () => process.kill(process.pid, 'SIGKILL');

/** Puts a function around a method; it gets the method itself and the arguments. */
function wrap(prototype, name, around) {
  const { value: method } = Object.getOwnPropertyDescriptor(prototype, name);
  prototype[name] = function (...values) {
    return around(() => Reflect.apply(method, this, values), this, values);
  };
}

let recorded = false;
wrap(StatementSync.prototype, 'run', (proceed, statement) => {
  const sql = statement.sourceSQL;
  if (step === 'before the record' && sql.startsWith('INSERT INTO exchange')) die();
  if (step === 'after the answer' && sql.startsWith('UPDATE exchange')) die();
  const result = proceed();
  if (step === 'in the record' && sql.startsWith('INSERT INTO refund')) die();
  if (step === 'in the outcome' && sql.startsWith('UPDATE exchange')) die();
  recorded ||= sql.startsWith('INSERT INTO refund');
  return result;
});
wrap(DatabaseSync.prototype, 'exec', (proceed, _database, [sql]) => {
  proceed();
  if (step === 'after the record' && sql === 'COMMIT' && recorded) die();
});
