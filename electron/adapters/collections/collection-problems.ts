import type { Problem } from '../../../shared/model/problem.ts';
import { otherVersion } from '../read-versioned-yaml.ts';

/** A file that cannot be read is named and left as it is. */
export function unreadable(path: string, reason: string): Problem {
  return {
    code: 'storage',
    message: `The collection file ${path} cannot be read: ${reason}.`,
    remedy: 'Mend the file or move it away; until then it is left out, and the file is not touched.',
  };
}

/** Something in a folder of collections that is left out, with the reason. */
export function leftOut(path: string, reason: string): Problem {
  return {
    code: 'storage',
    message: `${path} is left out of the collections: ${reason}.`,
    remedy: 'Rename it or move it away; until then it is not touched.',
  };
}

/** A file of a newer workbench can be looked at, as far as it is understood, and not changed. */
export function tooNew(path: string, version: string): Problem {
  return {
    code: 'storage',
    message: `The collection file ${path} is of a newer workbench: ${otherVersion(version)}.`,
    remedy: 'Update this workbench to change it; until then the file is not touched.',
  };
}

/** A key that nobody knows may be a misspelt one. */
export function unknownKey(path: string, keys: readonly string[], known: readonly string[]): Problem {
  const [first = ''] = keys;
  return {
    code: 'bad-collection',
    message: `The collection file ${path} says "${first}", which is none of ${known.join(', ')}, so it does nothing.`,
    remedy: `Correct it, or call it x-${first} where it is meant for somebody else.`,
  };
}

/** An id that none of the collections has. */
export function noCollection(id: string): Problem {
  return {
    code: 'bad-collection',
    message: `There is no collection "${id}" in the workspace.`,
    remedy: 'Choose one of those listed.',
  };
}

/** A path that leads to nothing of a kind; `kind` is `folder`, `request` or both. */
export function noItem(id: string, path: string, kind: string): Problem {
  return {
    code: 'bad-collection',
    message: `The collection ${id} has no ${kind} "${path}" that can be read.`,
    remedy: 'It may have been moved or removed: choose one of those listed.',
  };
}

/** A save that was made from another text than the file holds now; `what` is the name of the thing. */
export function changedSince(what: string): Problem {
  return {
    code: 'bad-collection',
    message: `The file of ${what} was changed by someone else since it was opened here, so nothing was saved.`,
    remedy: 'Take what the file says now, or keep yours and save again.',
  };
}

/** A change that would not be right: one sentence that says so, and one that leads on. */
export function refused(message: string, remedy: string): Problem {
  return { code: 'bad-collection', message, remedy };
}

/** A change that cannot be taken back; `reason` is the end of a sentence, without its full stop. */
export function cannotUndo(reason: string): Problem {
  return {
    code: 'bad-collection',
    message: `The change cannot be taken back: ${reason}.`,
    remedy: 'Change it by hand; nothing was lost.',
  };
}
