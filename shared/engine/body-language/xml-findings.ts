import type { FieldSpec } from '../../definition/field-spec.ts';
import { type BrokenXml, slipsOf } from '../../formats/read-broken-xml.ts';
import { joinEdits, mostSlips, type XmlSlip } from '../../formats/xml-slip.ts';
import { judgeDraftXml } from '../../formats/judge-draft-xml.ts';
import type { BodyFinding, BodyFix } from '../../model/body-language.ts';
import type { XmlVocabulary } from './element-text.ts';
import { structureFindings } from './xml-structure-findings.ts';
import type { XmlSamples } from './xml-samples.ts';

/** More than this nobody reads; mending them all mends the rest, too. */
const mostFindings = 300;

/**
 * What is wrong with an XML body whatever its variables are worth: everything that is not well-formed, elements that
 * are missing, stand twice or are misspelt, values in another case; and what a pasted sample of the document does that
 * is worth knowing. The core's check of the resolved body tells the rest.
 */
export function xmlFindings(
  text: string,
  xml: BrokenXml<FieldSpec>,
  { root, namespace, samples }: XmlVocabulary & { readonly samples: XmlSamples },
): readonly BodyFinding[] {
  const [first] = xml.elements;
  return [
    ...slipFindings(text, xml, samples),
    ...structureFindings(text, xml.elements, { root, namespace }),
    ...(first === undefined ? [] : samples.remarks(text, first)),
  ]
    .toSorted((a, b) => a.range.start - b.range.start)
    .slice(0, mostFindings);
}

function slipFindings(text: string, xml: BrokenXml<FieldSpec>, samples: XmlSamples): readonly BodyFinding[] {
  const slips = slipsOf(xml);
  if (slips.length === 0) return judgedFindings(text);
  const all = mendAll(slips);
  const whole = samples.explainAll(xml.slips);
  const printed = new Map<XmlSlip, string | null>(xml.slips.map((slip) => [slip, samples.explain(slip)]));
  return slips.map((slip) => {
    const sample = printed.get(slip) ?? null;
    const sentences = [sentence(slip.message), sample, sample === null ? null : whole];
    return {
      range: slip.range,
      severity: 'fault',
      message: sentences.filter((text_) => text_ !== null).join(' '),
      fixes: slip.fix === null ? [] : [slip.fix, ...all],
    };
  });
}

/** One change that mends everything for which there is a right answer. */
function mendAll(slips: readonly XmlSlip[]): readonly BodyFix[] {
  if (slips.length >= mostSlips) return [];
  const mendable = slips.flatMap(({ concerns, fix }) => (fix === null ? [] : [{ concerns, fix }]));
  if (mendable.length < 2) return [];
  const word = mendable.every(({ concerns }) => concerns === 'tags') ? 'tags' : 'places';
  const edits = joinEdits(mendable.map(({ fix }) => fix.edits));
  return [{ title: `Mend all ${mendable.length} ${word}`, edits }];
}

/** What only a strict reader finds. */
function judgedFindings(text: string): readonly BodyFinding[] {
  const judged = judgeDraftXml(text);
  if (judged === null) return [];
  return [{ range: judged.range, severity: 'fault', message: sentence(judged.message), fixes: [] }];
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
