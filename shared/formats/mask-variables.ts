const variable = /\{\{[^{}]*\}\}/y;

/**
 * JSON in which every `{{variable}}` is a plain value of the same length, so that what a JSON reader says of places
 * holds for the text itself. A bare variable becomes a string; inside a string only what would end it is replaced.
 */
export function maskJsonVariables(text: string): string {
  let masked = '';
  let inString = false;
  for (let index = 0; index < text.length;) {
    const character = text.charAt(index);
    variable.lastIndex = index;
    const found = character === '{' ? (variable.exec(text)?.[0] ?? null) : null;
    if (found !== null) {
      masked += inString ? found.replaceAll(/["\\\p{Cc}]/gu, '_') : `"${'_'.repeat(found.length - 2)}"`;
      index += found.length;
      continue;
    }
    if (inString && character === '\\') {
      masked += text.slice(index, index + 2);
      index += 2;
      continue;
    }
    if (character === '"') inString = !inString;
    masked += character;
    index += 1;
  }
  return masked;
}
