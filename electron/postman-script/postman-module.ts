import type { PostmanModules } from './postman.ts';

declare const require: (name: string) => unknown;

// By another name, else the bundler would look for the packages itself.
const load = require;

/** A module that Postman brings. */
export function postmanModule<Name extends keyof PostmanModules>(name: Name): PostmanModules[Name] {
  return load(name) as PostmanModules[Name];
}
