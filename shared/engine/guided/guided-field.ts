import type { FieldSpec } from '../../definition/field-spec.ts';

/** How a JSON value is written: in quotes, or as it is. Other formats know one way only. */
export type Notation = 'quoted' | 'bare';

/**
 * A described field as a form shows it. Each change gives the whole body anew; what was not touched stays byte for
 * byte. `Body` is the text, or the fields of a form.
 */
export type GuidedField<Body> = {
  /** As the core names it in problems: `products[0].amount`, `refundRequest/donRefundInfoList`; unique but for items. */
  readonly path: string;
  readonly spec: FieldSpec;
  readonly shape: 'value' | 'group' | 'list';
  /** Whether it is written in the body. */
  readonly isThere: boolean;
  /** Of a value: what it says, unescaped, `{{variables}}` as they are; `null` where it is not there. */
  readonly value: string | null;
  readonly notation: Notation | null;
  /** Why a form cannot edit it, in words; `null` where it can. */
  readonly obstacle: string | null;
  /** What is inside a group; the items of a list. */
  readonly parts: readonly GuidedField<Body>[];
  /** Writes a value; also where the field is not there yet. */
  readonly set: (value: string, notation: Notation | null) => Body;
  /** Writes the field with its required parts, all empty; of a list one item more. */
  readonly add: () => Body;
  /** `null` where it is not there, or goes item by item. */
  readonly remove: (() => Body) | null;
};

/** A body as a form: its described fields, and the names of what stands in it beside them. */
export type GuidedBody<Body> = {
  readonly fields: readonly GuidedField<Body>[];
  readonly others: readonly string[];
};

/** What a described field is in a form. */
export function shapeOf({ type, fields }: FieldSpec): 'value' | 'group' | 'list' {
  if (type === 'list') return 'list';
  return type === 'object' && fields !== undefined ? 'group' : 'value';
}
