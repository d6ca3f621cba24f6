import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { FieldSpec } from '../../definition/field-spec.ts';
import { formatXml } from '../../formats/format-xml.ts';
import { type BrokenXml, readBrokenXml } from '../../formats/read-broken-xml.ts';
import { plainTextOf } from '../../formats/xml-tree.ts';
import type { BodyLanguage, InlineNote } from '../../model/body-language.ts';
import { amountNote } from './amount-note.ts';
import { completeXml } from './complete-xml.ts';
import { describeXml } from './describe-xml.ts';
import { xmlFindings } from './xml-findings.ts';
import { documentedNamespace, readXmlSamples } from './xml-samples.ts';

/** What an editor has to know of the XML bodies of an operation; what is documented of them comes from its API. */
export function xmlLanguage(root: FieldSpec, api: ApiDefinition): BodyLanguage {
  const samples = readXmlSamples(root, api);
  const namespace = documentedNamespace(root, api);
  const read = rememberLast((text) => readBrokenXml(text, root));
  return {
    complete: (text, offset) => completeXml(text, offset, { root, namespace }),
    describe: (text, offset) => describeXml(text, offset, read(text)),
    findings: (text) => xmlFindings(text, read(text), { root, namespace, samples }),
    notes: (text) => amountNotes(text, read(text)),
    format: formatXml,
  };
}

/** An editor asks several things of the same text, one after the other. */
function rememberLast<Value>(read: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

/** No amount of money has more digits, and each more costs time. */
const longestAmount = 30;

function amountNotes(text: string, { elements }: BrokenXml<FieldSpec>): readonly InlineNote[] {
  return elements.flatMap((element) => {
    const { shape } = element;
    if (shape?.amount === undefined) return [];
    const literal = plainTextOf(text, element)?.text ?? '';
    const note = literal.length > longestAmount ? null : amountNote(shape, literal);
    return note === null ? [] : [{ offset: element.end, text: note }];
  });
}
