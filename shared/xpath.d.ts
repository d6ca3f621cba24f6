/**
 * What is used of the package xpath. Its own types bring the DOM in, and leave the parsed expression out; the names are
 * those of its source, xpath.js of version 0.0.34.
 */
declare const xpath: {
  readonly parse: (expression: string) => {
    readonly expression: object;
    evaluate(options: {
      readonly node: unknown;
      readonly namespaces: (prefix: string) => string | undefined;
    }): XpathValue;
  };
  readonly XPathParser: new () => {
    parse(expression: string): object;
    tokenize(expression: string): [types: number[], values: string[]];
  };
  readonly Step: new () => { nodeTest: XpathNodeTest };
  readonly FunctionCall: new () => { readonly functionName: string };
  readonly VariableReference: new () => { readonly variable: string };
  readonly PlusOperation: new () => object;
  readonly MinusOperation: new () => object;
  readonly MultiplyOperation: new () => object;
  readonly DivOperation: new () => object;
  readonly ModOperation: new () => object;
  readonly UnaryMinusOperation: new () => object;
  readonly XNumber: { new (value: string | number): XpathNumber; readonly prototype: XpathNumber };
  readonly XNodeSet: { new (): XpathNodeSet; readonly prototype: XpathNodeSet };
};
export default xpath;

/** The test of a step: `*`, `a:b`, `text()`. */
export type XpathNodeTest = {
  readonly prefix?: string | null;
  readonly localName?: string;
  matches: (node: { readonly nodeType: number; readonly localName: string }, context: unknown) => boolean;
};

export type XpathValue = { stringValue(): string };

export type XpathNumber = XpathValue & {
  /** Where texts of the document and of the expression become numbers. */
  parse: (text: string) => number;
  numberValue: () => number;
};

export type XpathNodeSet = XpathValue & {
  nodes: unknown[];
  size: number;
  addArray: (nodes: readonly unknown[]) => void;
  number: () => XpathNumber;
  numberValue: () => number;
  stringForNode(node: unknown): string;
};
