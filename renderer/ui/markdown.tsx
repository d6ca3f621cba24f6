import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';

import classes from './markdown.module.css';

/** Markdown as elements: never as HTML, which Trusted Types would refuse and a stranger's text could abuse. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className={classes['markdown']}>{renderTokens(lexer(text))}</div>;
}

function renderTokens(tokens: readonly Token[]): ReactNode {
  // Documentation is fixed text: a token's place is its identity.
  // oxlint-disable-next-line react/no-array-index-key
  return tokens.map((token, index) => <Fragment key={index}>{renderToken(token)}</Fragment>);
}

function renderToken(token: Token): ReactNode {
  const inner =
    'tokens' in token && token.tokens !== undefined ? renderTokens(token.tokens) : plainText(token);
  switch (token.type) {
    case 'heading':
      return <h3>{inner}</h3>;
    case 'paragraph':
      return <p>{inner}</p>;
    case 'list':
      return renderList(token as Tokens.List);
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'codespan':
      return <code>{plainText(token)}</code>;
    case 'code':
      return (
        <pre>
          <code>{plainText(token)}</code>
        </pre>
      );
    case 'space':
      return null;
    default:
      return inner;
  }
}

function renderList({ ordered, items }: Tokens.List): ReactNode {
  const children = items.map((item) => <li key={item.raw}>{renderTokens(item.tokens)}</li>);
  return ordered ? <ol>{children}</ol> : <ul>{children}</ul>;
}

function plainText(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}
