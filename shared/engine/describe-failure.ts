import type { Outcome } from '../model/outcome.ts';

type TransportFailure = Extract<Outcome, { kind: 'transport-failure' }>;

/** What kept an answer from arriving, in the user's words. */
export type FailureText = { readonly what: string; readonly remedy: string };

const byCode: Readonly<Record<string, FailureText>> = {
  ECONNREFUSED: {
    what: 'nothing answers at that address and port',
    remedy: 'Check the base URL of the environment and that the server is running.',
  },
  ENOTFOUND: {
    what: 'the host name is not known',
    remedy: 'Check the base URL of the environment for a slip, and your network.',
  },
  EAI_AGAIN: {
    what: 'the host name could not be looked up',
    remedy: 'Check your network connection, then try again.',
  },
  ENETUNREACH: {
    what: 'there is no network to that host',
    remedy: 'Check your network connection, then try again.',
  },
  EHOSTUNREACH: {
    what: 'there is no way to that host',
    remedy: 'Check your network and VPN, then try again.',
  },
  ECONNRESET: { what: 'the other side closed the connection', remedy: '' },
  EPIPE: { what: 'the other side closed the connection', remedy: '' },
  UND_ERR_SOCKET: { what: 'the other side closed the connection', remedy: '' },
  TIMEOUT: { what: 'no answer came in time', remedy: '' },
  ETIMEDOUT: {
    what: 'the connection could not be made in time',
    remedy: 'Check your network and VPN, then try again.',
  },
  CANCELLED: { what: 'you cancelled it', remedy: '' },
  HPE_INVALID_CONSTANT: {
    what: 'what answers there does not speak HTTP',
    remedy: 'Check the port and the scheme (http or https) of the base URL.',
  },
  EPROTO: {
    what: 'no secure connection could be agreed on',
    remedy: 'Check the scheme (http or https) and the port of the base URL.',
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    what: 'what answers there does not speak TLS',
    remedy: 'Use http instead of https in the base URL, or the right port.',
  },
  CERT_HAS_EXPIRED: {
    what: 'the certificate of the server has expired',
    remedy: 'Tell the provider; do not send credentials there until it is renewed.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    what: 'the server shows a certificate it signed itself',
    remedy:
      'Check that the host is the right one; for a server of your own, start the workbench with NODE_EXTRA_CA_CERTS.',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    what: 'the certificate comes from an authority this machine does not trust',
    remedy:
      'Check that the host is the right one; behind a company proxy, set NODE_EXTRA_CA_CERTS to its authority.',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    what: 'the certificate comes from an authority this machine does not trust',
    remedy:
      'Check that the host is the right one; behind a company proxy, set NODE_EXTRA_CA_CERTS to its authority.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    what: 'the certificate belongs to another host',
    remedy: 'Check the base URL; do not send credentials to a host that cannot prove its name.',
  },
};

/** The sentence parts for a transport failure; an unknown code is shown as it is, never guessed at. */
export function describeFailure(failure: TransportFailure): FailureText {
  const known = Object.hasOwn(byCode, failure.code) ? byCode[failure.code] : undefined;
  if (known !== undefined) return known;
  if (failure.code.startsWith('HPE_')) {
    return {
      what: `the answer is not valid HTTP (${failure.code})`,
      remedy: 'Check the port and the scheme of the base URL.',
    };
  }
  if (failure.phase === 'tls') {
    return {
      what: `no secure connection could be made (${failure.code})`,
      remedy: 'Check the host and its certificate.',
    };
  }
  return { what: `${failure.message} (${failure.code})`, remedy: 'Check the base URL and your network.' };
}
