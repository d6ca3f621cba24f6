/**
 * Lets an object say by name what it lacks, where JavaScript would quietly give `undefined`. Gives the object. Also
 * sent into pages as text: it may use nothing from outside.
 */
export function sayWhatIsMissing<T extends object>(object: T, name?: string): T {
  const refuse = new Proxy(Object.prototype, {
    get: (target, key, receiver: object) => {
      // `await` asks for `then`, `JSON.stringify` for `toJSON`.
      if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') {
        return Reflect.get(target, key, receiver) as unknown;
      }
      throw new Error(`The stand-in for Electron has no ${name ?? receiver.constructor.name}.${key}.`);
    },
  });
  Object.setPrototypeOf(object, refuse);
  return object;
}
