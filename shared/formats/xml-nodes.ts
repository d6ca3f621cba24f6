import { SaxesParser } from 'saxes';

/** A document (9), element (1), attribute (2) or text (3) as XPath looks at it: what it reads of the DOM, and no more. */
export type XmlNode = {
  readonly nodeType: 1 | 2 | 3 | 9;
  readonly nodeName: string;
  readonly localName: string;
  readonly prefix: string | null;
  readonly namespaceURI: string | null;
  /** Of a text or an attribute. */
  nodeValue: string | null;
  readonly ownerDocument: XmlNode | null;
  /** Of everything but an attribute and the document. */
  readonly parentNode: XmlNode | null;
  /** Of an attribute. */
  readonly ownerElement: XmlNode | null;
  readonly attributes: { readonly length: number; readonly item: (index: number) => XmlNode | null };
  firstChild: XmlNode | null;
  lastChild: XmlNode | null;
  nextSibling: XmlNode | null;
  previousSibling: XmlNode | null;
  /** Counts up in the order of the document. */
  readonly place: number;
  /** Where the start tag ends that it belongs to, in UTF-16 units; of the document 0. */
  readonly offset: number;
  readonly compareDocumentPosition: typeof comparePositions;
};

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const noAttributes = { length: 0, item: () => null };

/**
 * Reads well-formed XML into nodes that XPath can walk; `findXmlProblem` has to have found nothing. Text and CDATA beside each
 * other are one text. Comments, processing instructions and the declaration are left out. (xmldom takes half a minute
 * for 10 MB, and would be a second opinion on what is well-formed.)
 */
export function readXmlNodes(text: string): XmlNode {
  const create = nodeFactory();
  const document = create({ nodeType: 9, nodeName: '#document', above: null, document: null });
  let open = { node: document, namespaces: new Map([['xml', xmlNamespace]]) };
  const stack = [open];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const addText = (data: string): void => {
    const { node } = open;
    if (node === document || data === '') return;
    if (node.lastChild?.nodeType === 3) node.lastChild.nodeValue = `${node.lastChild.nodeValue}${data}`;
    else append(node, create({ nodeType: 3, nodeName: '#text', nodeValue: data, above: node, document }));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    const namespaces = withDeclared(open.namespaces, attributes);
    const values = Object.entries(attributes).filter(([key]) => !/^xmlns(?::|$)/.test(key));
    const list: XmlNode[] = [];
    const node = create({
      nodeType: 1,
      nodeName: name,
      namespaceURI: namespaces.get(prefixOf(name) ?? '') ?? null,
      above: open.node,
      document,
      offset: parser.position,
      attributes:
        values.length === 0 ? noAttributes : { length: values.length, item: (at) => list[at] ?? null },
    });
    for (const [key, nodeValue] of values) {
      const prefix = prefixOf(key);
      const namespaceURI = prefix === null ? null : (namespaces.get(prefix) ?? null);
      list.push(create({ nodeType: 2, nodeName: key, nodeValue, namespaceURI, above: node, document }));
    }
    append(open.node, node);
    open = { node, namespaces };
    stack.push(open);
  });
  parser.on('closetag', () => {
    stack.pop();
    open = stack.at(-1) ?? open;
  });
  parser.write(text).close();
  return document;
}

/** What a node is made of; `above` is its parent, or the element of an attribute. */
type NodeParts = Pick<XmlNode, 'nodeType' | 'nodeName'> &
  Partial<Pick<XmlNode, 'namespaceURI' | 'nodeValue' | 'attributes' | 'offset'>> & {
    readonly above: XmlNode | null;
    readonly document: XmlNode | null;
  };

function nodeFactory(): (parts: NodeParts) => XmlNode {
  let count = 0;
  return ({
    nodeType,
    nodeName,
    namespaceURI = null,
    nodeValue = null,
    attributes,
    above,
    document,
    offset,
  }) => {
    count += 1;
    return {
      nodeType,
      nodeName,
      localName: nodeName.slice(nodeName.indexOf(':') + 1),
      prefix: prefixOf(nodeName),
      namespaceURI,
      nodeValue,
      ownerDocument: document,
      parentNode: nodeType === 2 ? null : above,
      ownerElement: nodeType === 2 ? above : null,
      attributes: attributes ?? noAttributes,
      firstChild: null,
      lastChild: null,
      nextSibling: null,
      previousSibling: null,
      place: count,
      offset: offset ?? above?.offset ?? 0,
      compareDocumentPosition: comparePositions,
    };
  };
}

/** In the DOM's words: 2 where the other one comes before, 4 where it comes after. */
function comparePositions(this: XmlNode, other: XmlNode): number {
  return other.place < this.place ? 2 : 4;
}

function append(parent: XmlNode, child: XmlNode): void {
  child.previousSibling = parent.lastChild;
  if (parent.lastChild === null) parent.firstChild = child;
  else parent.lastChild.nextSibling = child;
  parent.lastChild = child;
}

function withDeclared(
  above: Map<string, string>,
  attributes: Readonly<Record<string, string>>,
): Map<string, string> {
  const declared = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/.test(key));
  if (declared.length === 0) return above;
  return new Map([...above, ...declared.map(([key, uri]) => [key.slice('xmlns:'.length), uri] as const)]);
}

function prefixOf(name: string): string | null {
  const colon = name.indexOf(':');
  return colon === -1 ? null : name.slice(0, colon);
}
