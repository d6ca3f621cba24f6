import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const text = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'renderer', 'styles', 'tokens.css'),
  'utf8',
);

type Palette = ReadonlyMap<string, string>;

const palettes: ReadonlyMap<string, Palette> = new Map(
  [...text.matchAll(/data-theme='([\w-]+)'\] \{([^}]*)\}/g)].map(
    ([, name = '', body = '']) =>
      [
        name,
        new Map(
          [...body.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, token = '', color = '']) => [
            token,
            color,
          ]),
        ),
      ] as const,
  ),
);

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(palette: Palette, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => luminance(palette.get(name) ?? ''));
  if (a === undefined || b === undefined) throw new Error('Two colours are needed');
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['ground', 'surface', 'raised', 'hover', 'selection'];
const pairs: readonly (readonly [string, string])[] = [
  ...['text', 'text-secondary', 'text-muted'].flatMap((name) =>
    grounds.map((ground) => [name, ground] as const),
  ),
  ...['accepted', 'refused', 'pending', 'unknown'].flatMap(
    (name) =>
      [
        [name, 'ground'],
        [name, 'surface'],
        [name, `${name}-ground`],
        ['text', `${name}-ground`],
        ['text-secondary', `${name}-ground`],
      ] as const,
  ),
  ...['code-key', 'code-string', 'code-number', 'code-literal'].map((name) => [name, 'ground'] as const),
  ['accent', 'ground'],
  ['accent', 'surface'],
  ['on-accent', 'accent-strong'],
  ['chip-text', 'chip'],
];

it('has four palettes, each with the same colours', () => {
  expect([...palettes.keys()]).toEqual(['dark', 'light', 'contrast-dark', 'contrast-light']);
  const names = (name: string) => [...(palettes.get(name)?.keys() ?? [])];
  for (const name of palettes.keys()) expect(names(name), name).toEqual(names('dark'));
  expect(names('dark').length).toBeGreaterThan(25);
});

describe.each([...palettes])('%s', (name, palette) => {
  const isContrast = name.startsWith('contrast');

  it('has text that can be read on every ground it stands on', () => {
    const least = isContrast ? 7 : 4.5;
    const weak = pairs.filter(([one, other]) => contrast(palette, one, other) < least);
    expect(
      weak.map(([one, other]) => `${one} on ${other}: ${contrast(palette, one, other).toFixed(2)}`),
    ).toEqual([]);
  });

  it('shows what has the focus', () => {
    expect(contrast(palette, 'focus', 'ground')).toBeGreaterThan(3);
    expect(contrast(palette, 'focus', 'surface')).toBeGreaterThan(3);
  });

  it.runIf(isContrast)('shows every line', () => {
    expect(contrast(palette, 'hairline', 'ground')).toBeGreaterThan(3);
    expect(contrast(palette, 'border', 'surface')).toBeGreaterThan(3);
  });
});
