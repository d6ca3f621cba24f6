import { parseBody } from '../../formats/body.ts';
import { parseForm } from '../../formats/form.ts';
import type { StepExchange } from '../../model/exchange.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { JsonNode, XmlElement } from '../../model/parsed-body.ts';
import type { EvidenceContent, UnhashedExchange } from './evidence-content.ts';

/** One text of a bundle as a person would read it, with the names it stands under. */
export type Leaf = {
  /** `response body`. */
  readonly part: string;
  /** Names of the fields it stands in, outermost first; empty for a text as a whole. */
  readonly path: readonly string[];
  readonly text: string;
};

/** Every text of a bundle, taken apart: fields of forms, JSON, XML and URLs by themselves, header lines, notes. */
export function collectLeaves({ exchanges, timeline }: EvidenceContent): readonly Leaf[] {
  return [
    ...exchanges.flatMap(exchangeLeaves),
    ...timeline.events.map(({ headline }) => ({ part: 'timeline', path: [], text: headline })),
  ];
}

function exchangeLeaves(exchange: UnhashedExchange): readonly Leaf[] {
  const { login, main, openedBody, annotation, explanation } = exchange;
  const explained = [
    ...(explanation?.notes ?? []),
    ...(explanation?.items ?? []).map(({ detail }) => detail),
    ...(explanation === null ? [] : [explanation.headline, explanation.meaning, explanation.remedy]),
  ];
  return [
    ...login.flatMap((step, index) => stepLeaves(step, `login ${index + 1}, `)),
    ...(main === null ? [] : stepLeaves(main, '')),
    ...(openedBody === null ? [] : bodyLeaves('opened answer', openedBody)),
    ...explained.map((text) => ({ part: 'explanation', path: [], text })),
    ...(explanation?.identifiers ?? []).map(([name, text]) => ({ part: 'explanation', path: [name], text })),
    ...[annotation.note, annotation.ticket, ...annotation.tags].map((text) => ({
      part: 'note',
      path: [],
      text,
    })),
    ...exchange.generated.map(([name, text]) => ({ part: 'generated values', path: [name], text })),
  ].filter(({ text }) => text !== '');
}

function stepLeaves({ request, outcome }: StepExchange, prefix: string): readonly Leaf[] {
  const response = outcome?.kind === 'response' ? outcome : null;
  return [
    ...urlLeaves(`${prefix}URL`, request.url),
    ...headerLeaves(`${prefix}request headers`, request.headers),
    ...(request.body === null ? [] : bodyLeaves(`${prefix}request body`, request.body)),
    ...(response === null ? [] : headerLeaves(`${prefix}response headers`, response.headers)),
    ...(response === null ? [] : bodyLeaves(`${prefix}response body`, response.body.text)),
  ];
}

function headerLeaves(part: string, headers: HeaderList): readonly Leaf[] {
  return headers.map(([name, text]) => ({ part, path: [name], text }));
}

function urlLeaves(part: string, url: string): readonly Leaf[] {
  const start = url.indexOf('?');
  const path = { part, path: [], text: start === -1 ? url : url.slice(0, start) };
  return start === -1 ? [path] : [path, ...formLeaves(part, url.slice(start + 1).replace(/#.*$/s, ''))];
}

/** `a=b&c=d`: what a body that is no JSON and no XML may be. */
const form = /^[^\s=&]+=[^\s&]*(?:&[^\s=&]+=[^\s&]*)*$/;

function bodyLeaves(part: string, text: string, path: readonly string[] = []): readonly Leaf[] {
  const body = parseBody(text);
  switch (body.kind) {
    case 'json':
      return jsonLeaves(part, path, body.root);
    case 'xml':
      return xmlLeaves(part, path, body.root);
    case 'empty':
      return [];
    case 'html':
    case 'malformed':
    case 'text':
      return path.length === 0 && form.test(text.trim())
        ? formLeaves(part, text.trim())
        : [{ part, path, text }];
  }
}

function formLeaves(part: string, text: string): readonly Leaf[] {
  return parseForm(text).flatMap(({ name, value }) =>
    value.startsWith('<') ? bodyLeaves(part, value, [name]) : [{ part, path: [name], text: value }],
  );
}

function jsonLeaves(part: string, path: readonly string[], node: JsonNode): readonly Leaf[] {
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ name, value }) => jsonLeaves(part, [...path, name], value));
    case 'array':
      return node.items.flatMap((item) => jsonLeaves(part, path, item));
    case 'string':
    case 'number':
      return [{ part, path, text: node.text }];
    case 'boolean':
    case 'null':
      return [];
  }
}

function xmlLeaves(part: string, path: readonly string[], element: XmlElement): readonly Leaf[] {
  const own = [...path, element.localName];
  return [
    ...element.attributes.map(([name, text]) => ({ part, path: [...own, name], text })),
    ...(element.text.trim() === '' ? [] : [{ part, path: own, text: element.text.trim() }]),
    ...element.children.flatMap((child) => xmlLeaves(part, own, child)),
  ];
}
