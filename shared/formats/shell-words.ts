import { fail, ok, type Result } from '../model/result.ts';

/** Which program a command line was written for. They quote in different ways. */
export type ShellDialect = 'posix' | 'cmd' | 'powershell';

/** The words of the first command of a text, and what could not be carried out here, as sentences. */
export type ShellWords = { readonly words: readonly string[]; readonly remarks: readonly string[] };

/** What stands in a piece of shell text: a text for its own sake, or a variable that the shell fills in. */
export type ShellPiece = string | { readonly variable: string };

/**
 * One word for a POSIX shell. Texts are taken literally; a variable must be set, else the shell stops before it runs
 * anything. No text may hold U+0000, which no argument of a program can carry.
 */
export function writeShellWord(pieces: readonly ShellPiece[]): string {
  const written = pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? quote(piece) : `"\${${piece.variable}:?set it first}"`));
  return written.length === 0 ? "''" : written.join('');
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Quoted and escaped text, which says nothing of the shell. */
const quotedText = /\\[^]|\$'(?:[^'\\]|\\[^])*'|'[^']*'|"(?:[^"\\]|\\[^])*"/g;

/** Which shell a command line looks made for: `^` before a quote or a line break is cmd's, a backtick there PowerShell's. */
export function shellDialectOf(text: string): ShellDialect {
  const bare = text.replaceAll(quotedText, (piece) => (piece.startsWith('\\') ? '' : '""'));
  if (/\^["\r\n]/.test(bare)) return 'cmd';
  return /`\r?\n/.test(bare) ? 'powershell' : 'posix';
}

/**
 * Splits the first command of a text into words. Nothing is run and nothing is filled in: a variable `$NAME` stays as
 * the reference `{{NAME}}`. Fails with a sentence where a quote is never closed.
 */
export function readShellWords(
  text: string,
  dialect: ShellDialect = shellDialectOf(text),
): Result<ShellWords, string> {
  const reader = new ShellReader(dialect === 'cmd' ? withoutCarets(text) : text, dialect);
  const problem = reader.readAll();
  if (problem !== null) return fail(problem);
  return ok({ words: reader.words, remarks: [...reader.remarks] });
}

/** How cmd takes its carets out: `^` before a line break joins two lines, before a second one it is a line break. */
function withoutCarets(text: string): string {
  let result = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '^' && !quoted) {
      const escaped = /^\r?\n(?:\r?\n)?|^[^]/.exec(text.slice(index + 1, index + 5))?.[0] ?? '';
      // A joined line keeps the blank between its words; two line breaks stand for one in the text.
      result += /^\r?\n/.test(escaped) ? (/\n\r?\n/.test(escaped) ? '\n' : ' ') : escaped;
      index += escaped.length;
      continue;
    }
    if (character === '"') quoted = !quoted;
    // What is not escaped ends the command, as it does in cmd.
    if (!quoted && character === '\n') return result;
    result += character;
  }
  return result;
}

const blanks = /[ \t\r]/;
const operators = /[;&|<>()]/;

/** Reads words one character at a time; what it met that it does not do is in `remarks`. */
class ShellReader {
  readonly words: string[] = [];
  readonly remarks = new Set<string>();
  readonly #text: string;
  readonly #dialect: ShellDialect;
  #at = 0;
  #word: string | null = null;

  constructor(text: string, dialect: ShellDialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  /** The sentence of what keeps the command from being read, or `null`. */
  readAll(): string | null {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (this.#endsCommand(character)) break;
      const problem = this.#readCharacter(character);
      if (problem !== null) return problem;
    }
    this.#endWord();
    const rest = this.#text.slice(this.#at).trim();
    if (rest !== '') this.remarks.add(`What stands after the command was left out: ${start(rest)}`);
    return null;
  }

  #endsCommand(character: string): boolean {
    if (this.#dialect === 'cmd') return false;
    return character === '\n' || operators.test(character) || (character === '#' && this.#word === null);
  }

  #readCharacter(character: string): string | null {
    if (blanks.test(character) || (this.#dialect === 'cmd' && character === '\n')) {
      this.#endWord();
      this.#at += 1;
      return null;
    }
    if (character === '"') return this.#readDouble();
    if (character === "'" && this.#dialect !== 'cmd') return this.#readSingle();
    if (character === this.#escape() && this.#dialect !== 'cmd') return this.#readEscape();
    if (character === '\\' && this.#text[this.#at + 1] === '"') return this.#take(2, '"');
    if (character === '$' && this.#dialect === 'posix') return this.#readDollar(false);
    if (character === '`' && this.#dialect === 'posix') return this.#readSubstitution(/^`[^`]*`?/);
    return this.#take(1, character);
  }

  #escape(): string {
    return this.#dialect === 'powershell' ? '`' : '\\';
  }

  #take(length: number, text: string): null {
    this.#word = (this.#word ?? '') + text;
    this.#at += length;
    return null;
  }

  #endWord(): void {
    if (this.#word !== null) this.words.push(this.#word);
    this.#word = null;
  }

  /** Outside quotes: the next character as it is, a line break gone. */
  #readEscape(): null {
    const joined = /^.\r?\n/s.exec(this.#text.slice(this.#at, this.#at + 3));
    if (joined !== null) {
      this.#at += joined[0].length;
      return null;
    }
    return this.#take(2, this.#text[this.#at + 1] ?? '');
  }

  #readSingle(): string | null {
    const from = this.#at + 1;
    if (this.#dialect === 'powershell') {
      const whole = /^'((?:[^']|'')*)'/.exec(this.#text.slice(this.#at));
      return whole === null
        ? unclosed("'")
        : this.#take(whole[0].length, (whole[1] ?? '').replaceAll("''", "'"));
    }
    const end = this.#text.indexOf("'", from);
    return end === -1 ? unclosed("'") : this.#take(end + 1 - this.#at, this.#text.slice(from, end));
  }

  #readDouble(): string | null {
    this.#take(1, '');
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '"') return this.#take(1, '');
      if (character === this.#escape()) this.#readQuotedEscape();
      else if (character === '$' && this.#dialect === 'posix') this.#readDollar(true);
      else if (character === '`' && this.#dialect === 'posix') this.#readSubstitution(/^`[^`]*`?/);
      else this.#take(1, character);
    }
    return unclosed('"');
  }

  /** Inside double quotes a backslash is taken off before few characters only. */
  #readQuotedEscape(): void {
    const next = this.#text[this.#at + 1] ?? '';
    const joined = /^\r?\n/.exec(this.#text.slice(this.#at + 1, this.#at + 3));
    if (this.#dialect === 'powershell') this.#take(2, powershellEscapes[next] ?? next);
    else if (this.#dialect === 'cmd')
      this.#take(/["\\]/.test(next) ? 2 : 1, /["\\]/.test(next) ? next : '\\');
    else if (joined !== null) this.#take(1 + joined[0].length, '');
    else if (/[$`"\\]/.test(next)) this.#take(2, next);
    else this.#take(1, '\\');
  }

  #readDollar(quoted: boolean): string | null {
    const rest = this.#text.slice(this.#at);
    if (!quoted && rest.startsWith("$'")) return this.#readAnsi();
    if (rest.startsWith('$(')) return this.#readSubstitution(/^\$\([^)]*\)?/);
    const variable = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::[?=+-][^}]*)?\})/.exec(rest);
    if (variable === null) return this.#take(1, '$');
    const name = variable[1] ?? variable[2] ?? '';
    this.remarks.add(`The shell variable ${name} was not filled in; {{${name}}} stands in its place.`);
    return this.#take(variable[0].length, `{{${name}}}`);
  }

  #readSubstitution(pattern: RegExp): null {
    const text = pattern.exec(this.#text.slice(this.#at))?.[0] ?? '';
    this.remarks.add(`The inner command ${start(text)} was not run; it stands as it is.`);
    return this.#take(Math.max(1, text.length), text);
  }

  /** `$'…'` with the escapes of C, as browsers write texts with line breaks. */
  #readAnsi(): string | null {
    const whole = /^\$'((?:[^'\\]|\\[^])*)'/.exec(this.#text.slice(this.#at));
    if (whole === null) return unclosed("$'");
    const text = (whole[1] ?? '').replaceAll(
      /\\(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|x([\da-fA-F]{1,2})|([0-7]{1,3})|([^]))/g,
      (_escape, ...groups: (string | undefined)[]) => ansiText(groups),
    );
    return this.#take(whole[0].length, text);
  }
}

const powershellEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

const ansiEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001b',
};

function ansiText([short, long, hex, octal, other = '']: readonly (string | undefined)[]): string {
  const digits = short ?? long ?? hex;
  if (digits === undefined && octal === undefined) return ansiEscapes[other] ?? other;
  const code = octal === undefined ? Number.parseInt(digits ?? '', 16) : Number.parseInt(octal, 8);
  return code > 0x10_ffff ? '' : String.fromCodePoint(code);
}

function unclosed(mark: string): string {
  return `A quote ${mark} is never closed, so the command is cut off or damaged.`;
}

function start(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
