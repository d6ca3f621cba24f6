import { apis } from '../../../shared/apis/registry.ts';
import { explainAnswer } from '../../../shared/engine/explain-pasted.ts';
import type { PastedInput } from '../../stores/pasted-input.ts';

/** A refusal that a provider's document prints, to be explained before one has an answer of one's own. */
export function sampleAnswer(): PastedInput {
  const sample = apis
    .flatMap(({ title, examples }) => examples.map((example) => ({ title, example })))
    .find(({ example: { kind, text } }) => {
      const explained = kind === 'answer' ? explainAnswer(apis, text, { api: null, status: null }) : null;
      return explained?.by === 'catalog' && explained.explanation.verdict === 'refused';
    });
  return {
    name: 'Sample',
    text: sample?.example.text ?? '',
    remark: `A sample from the document of ${sample?.title ?? 'a provider'}, so that you see what comes out. Clear it, and paste the answer from your ticket.`,
    problem: null,
  };
}
