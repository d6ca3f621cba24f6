import type { FieldSpec } from '../definition/field-spec.ts';
import type { BodySpec, FieldFault, Operation } from '../definition/operation.ts';
import { parseForm } from '../formats/form.ts';
import { type AmountFault, decimalPlaces, parseAmount } from '../model/amount.ts';
import type { JsonNode, XmlElement } from '../model/parsed-body.ts';
import type { PreparedRequest } from './prepare-request.ts';

/**
 * Holds a prepared body against the operation's field specs: what is missing, of the wrong kind or past a limit.
 * A fault says how sure the rule is; what follows from it (stop or tell) is the caller's decision.
 */
export function checkFields(operation: Operation, prepared: PreparedRequest): readonly FieldFault[] {
  const faults = [...checkSpecs(operation.body, prepared)];
  const parsed = prepared.main?.parsed;
  if (parsed !== undefined && operation.checkBody !== undefined) faults.push(...operation.checkBody(parsed));
  return faults;
}

function checkSpecs(spec: BodySpec, prepared: PreparedRequest): readonly FieldFault[] {
  const parsed = prepared.main?.parsed;
  switch (spec.format) {
    case 'none':
      return [];
    case 'json':
      return parsed?.kind === 'json' ? checkJson(parsed.root, spec.fields, '') : [];
    case 'form': {
      const faults = checkForm(prepared.parts.body ?? '', spec.fields);
      const xml =
        spec.xml !== undefined && parsed?.kind === 'xml' ? checkXml(parsed.root, spec.xml.root) : [];
      return [...faults, ...xml];
    }
  }
}

function checkJson(node: JsonNode, specs: readonly FieldSpec[], path: string): readonly FieldFault[] {
  if (node.kind !== 'object') {
    return [
      { ...wrongKind(path === '' ? 'The body' : path, 'an object', specs[0]), offset: node.range.start },
    ];
  }
  return specs.flatMap((spec) => {
    const fieldPath = path === '' ? spec.name : `${path}.${spec.name}`;
    const members = node.members.filter(({ name }) => name === spec.name);
    const [member, second] = members;
    if (member === undefined) return spec.required ? [missing(spec, fieldPath, node.range.start)] : [];
    // In JSON a list stands inside its one member, so every member that stands twice is a fault.
    if (second !== undefined) return [twice(spec, fieldPath, second.value.range.start)];
    return checkJsonValue(member.value, spec, fieldPath);
  });
}

function checkJsonValue(node: JsonNode, spec: FieldSpec, path: string): readonly FieldFault[] {
  const offset = node.range.start;
  if (spec.type === 'any') return [];
  if (spec.type === 'object') return checkJson(node, spec.fields ?? [], path);
  if (spec.type === 'list') {
    if (node.kind !== 'array') return [{ ...wrongKind(path, 'a list', spec), offset }];
    return node.items.flatMap((item, index) => checkJson(item, spec.fields ?? [], `${path}[${index}]`));
  }
  if (node.kind === 'object' || node.kind === 'array' || node.kind === 'null') {
    return spec.required || node.kind !== 'null' ? [{ ...wrongKind(path, nameOf(spec), spec), offset }] : [];
  }
  return checkText(node.text, spec, path).map((fault) => ({ ...fault, offset }));
}

function checkForm(body: string, specs: readonly FieldSpec[]): readonly FieldFault[] {
  const fields = parseForm(body);
  return specs.flatMap((spec) => {
    const [field, second] = fields.filter(({ name }) => name === spec.name);
    if (field === undefined) return spec.required ? [missing(spec, spec.name)] : [];
    if (second !== undefined && spec.repeats !== true) return [twice(spec, spec.name)];
    return spec.type === 'object' ? [] : checkText(field.value, spec, spec.name);
  });
}

function checkXml(element: XmlElement, spec: FieldSpec): readonly FieldFault[] {
  if (element.localName !== spec.name) {
    return [
      { ...wrongKind(`<${element.localName}>`, `the element <${spec.name}>`, spec), offset: element.start },
    ];
  }
  return checkXmlChildren(element, spec, spec.name);
}

function checkXmlChildren(element: XmlElement, parent: FieldSpec, path: string): readonly FieldFault[] {
  const specs = parent.fields ?? [];
  const known = new Set(specs.map((spec) => spec.name));
  const strange = element.children.filter((child) => !known.has(child.localName));
  return [
    ...strange.map((child) => notDocumented(child, parent, path)),
    ...specs.flatMap((spec) => {
      const children = element.children.filter((child) => child.localName === spec.name);
      if (children.length === 0)
        return spec.required ? [missing(spec, `${path}/${spec.name}`, element.start)] : [];
      const second = spec.type === 'list' || spec.repeats === true ? undefined : children[1];
      if (second !== undefined) return [twice(spec, `${path}/${spec.name}`, second.start)];
      return children.flatMap((child, index) => {
        const childPath =
          children.length === 1 ? `${path}/${spec.name}` : `${path}/${spec.name}[${index + 1}]`;
        if (spec.fields !== undefined) return checkXmlChildren(child, spec, childPath);
        return checkText(child.text.trim(), spec, childPath).map((fault) => ({
          ...fault,
          offset: child.start,
        }));
      });
    }),
  ];
}

function checkText(text: string, spec: FieldSpec, path: string): readonly FieldFault[] {
  const source = spec.source;
  const limit = spec.limitSource ?? source;
  switch (spec.type) {
    case 'amount':
      return checkAmount(text, spec, path);
    case 'integer':
      if (/^-?\d+$/.test(text)) return [];
      return [
        {
          path,
          source,
          message: `${path} is ${text || 'empty'}, not a whole number.`,
          remedy: 'Use digits only.',
        },
      ];
    case 'boolean':
      if (text === 'true' || text === 'false') return [];
      return [
        { path, source: limit, message: `${path} is ${text || 'empty'}.`, remedy: 'Use true or false.' },
      ];
    case 'choice': {
      const choices = spec.choices ?? [];
      if (choices.includes(text)) return [];
      return [
        {
          path,
          source: limit,
          message: `${path} is ${text || 'empty'}.`,
          remedy: `Use ${choices.join(' or ')}.`,
        },
      ];
    }
    case 'text':
      if (spec.required && text === '') return [{ ...missing(spec, path), message: `${path} is empty.` }];
      if (spec.maxLength === undefined || [...text].length <= spec.maxLength) return [];
      return [
        {
          path,
          source: limit,
          message: `${path} has ${[...text].length} characters; at most ${spec.maxLength} are allowed.`,
          remedy: 'Shorten it.',
        },
      ];
    case 'object':
    case 'list':
    case 'any':
      return [];
  }
}

const amountFaults: Record<AmountFault, string> = {
  comma: 'has a comma',
  exponent: 'is written with an exponent',
  blank: 'has a blank in it',
  'not-a-number': 'is not a number',
};

/** Why a text cannot be an amount, in the words used for fields and variables alike; `null` where it can. */
export function describeAmountFault(text: string): string | null {
  const amount = parseAmount(text);
  return amount.ok ? null : amountFaults[amount.error];
}

function checkAmount(text: string, spec: FieldSpec, path: string): readonly FieldFault[] {
  const fault = describeAmountFault(text);
  if (fault !== null) {
    return [
      {
        path,
        source: spec.source,
        ambiguousAmount: true,
        message: `${path} is ${text || 'empty'}, which ${fault}.`,
        remedy:
          spec.amount?.unit === 'minor'
            ? 'Write whole cents in digits only, like 1000.'
            : 'Write digits with a point, like 42.50.',
      },
    ];
  }
  const places = spec.amount?.decimals ?? 2;
  if (decimalPlaces(text) <= places) return [];
  const currency = spec.amount?.currency ?? 'this currency';
  return [
    {
      path,
      source: spec.limitSource ?? spec.source,
      message: `${path} is ${text}; ${currency} has ${places === 0 ? 'no decimals here' : `at most ${places} decimals`}.`,
      remedy:
        places === 0
          ? 'Write whole cents in digits only, like 1000.'
          : `Write at most ${places} digits after the point.`,
    },
  ];
}

function missing(spec: FieldSpec, path: string, offset?: number): FieldFault {
  return {
    path,
    source: spec.source,
    message: `${path} is missing.`,
    remedy: `Add it. ${spec.help}`,
    ...(offset === undefined ? {} : { offset }),
  };
}

/** Two readers may take different ones of two; with an amount that is money. */
function twice(spec: FieldSpec, path: string, offset?: number): FieldFault {
  return {
    path,
    source: spec.source,
    message: `${path} stands twice.`,
    remedy: 'Keep one of them: the provider may read the other.',
    ...(spec.type === 'amount' ? { ambiguousAmount: true } : {}),
    ...(offset === undefined ? {} : { offset }),
  };
}

function notDocumented(child: XmlElement, parent: FieldSpec, path: string): FieldFault {
  const known = (parent.fields ?? []).map((spec) => spec.name).join(', ');
  return {
    path: `${path}/${child.localName}`,
    source: parent.source,
    message: `<${child.localName}> is not documented inside <${parent.name}>.`,
    remedy: known === '' ? 'Remove it.' : `Use one of ${known}.`,
    offset: child.start,
  };
}

function wrongKind(path: string, wanted: string, spec: FieldSpec | undefined): FieldFault {
  return {
    path,
    source: spec?.source ?? { origin: 'document', title: 'the API document', confidence: 'certain' },
    message: `${path} is not ${wanted}.`,
    remedy: spec === undefined ? 'See the documentation of the API.' : spec.help,
  };
}

function nameOf(spec: FieldSpec): string {
  return {
    text: 'a text',
    integer: 'a whole number',
    amount: 'an amount',
    boolean: 'true or false',
    choice: 'one of the allowed texts',
    object: 'an object',
    list: 'a list',
    any: 'a value',
  }[spec.type];
}
