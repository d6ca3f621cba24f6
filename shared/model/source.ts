/** How sure a fact is: stated by the vendor or reproduced; a strong inference; our own choice. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** Where a fact about an API comes from. */
export type Source = {
  /** The supplied document, another public page, or an assumption of this project. */
  readonly origin: 'document' | 'public' | 'assumption';
  /** Title of the document or page, or the reason behind an assumption. */
  readonly title: string;
  readonly confidence: Confidence;
};

/** A fact stated by the vendor on a page other than the supplied document. */
export function publicPage(title: string, confidence: Confidence = 'certain'): Source {
  return { origin: 'public', title, confidence };
}

/** A choice of ours, shown to users as such. */
export function assumption(reason: string, confidence: 'likely' | 'guess' = 'guess'): Source {
  return { origin: 'assumption', title: reason, confidence };
}

/** A fact stated in the supplied document of the given title. */
export function documented(title: string, confidence: Confidence = 'certain'): Source {
  return { origin: 'document', title, confidence };
}
