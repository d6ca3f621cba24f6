import { describe, expect, it } from 'vitest';

import type { VariableView } from '../../../shared/contract/commands.ts';
import { openProvider } from '../../support/loopback-provider.ts';
import { openTestWorkbench, sendInput, type TestWorkbench } from '../../support/open-test-workbench.ts';

/** How a variable looks to a client in a dry run. */
async function viewOf(
  workbench: TestWorkbench,
  input: ReturnType<typeof sendInput>,
  name: string,
): Promise<VariableView | undefined> {
  const { draft, environmentId, overrides } = input;
  const { variables } = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
  return variables.find((variable) => variable.name === name);
}

const silent = (): void => undefined;

describe('where the value of a variable comes from', () => {
  it('the sandbox fills in everything for its own environment', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund');
    expect(await viewOf(workbench, input, 'payu.amount')).toMatchObject({
      origin: 'sandbox',
      text: '500.00',
    });
    expect(await viewOf(workbench, input, 'payu.baseUrl')).toMatchObject({
      origin: 'sandbox',
      text: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/payu\/apilayer$/) as string,
    });
  });

  it('the value of this send beats the sandbox', async () => {
    const input = sendInput('payu', 'refund', { 'payu.amount': '1.00' });
    expect(await viewOf(openTestWorkbench(), input, 'payu.amount')).toEqual({
      name: 'payu.amount',
      origin: 'this send',
      secret: false,
      text: '1.00',
      hides: [{ origin: 'sandbox', text: '500.00' }],
    });
  });

  it('the environment beats the default of the API, and the value of this send beats the environment', async () => {
    const workbench = openTestWorkbench();
    const without = await openProvider(workbench, 'digipay', silent);
    expect(await viewOf(workbench, without.input('refund'), 'digipay.paymentMode')).toMatchObject({
      origin: 'default',
      text: '2',
    });
    const values = { 'digipay.paymentMode': '3' };
    const provider = await openProvider(workbench, 'digipay', silent, { values });
    expect(await viewOf(workbench, provider.input('refund'), 'digipay.paymentMode')).toMatchObject({
      origin: 'environment',
      text: '3',
    });
    const input = provider.input('refund', { overrides: { 'digipay.paymentMode': '4' } });
    expect(await viewOf(workbench, input, 'digipay.paymentMode')).toMatchObject({
      origin: 'this send',
      text: '4',
    });
  });

  it('a value that stands before another names it, unless the two are the same', async () => {
    const workbench = openTestWorkbench();
    const values = { 'digipay.paymentMode': '3', 'digipay.txnCode': 'MR' };
    const provider = await openProvider(workbench, 'digipay', silent, { values });
    const overrides = { 'digipay.paymentMode': '4' };
    const input = provider.input('refund', { overrides });
    expect(await viewOf(workbench, input, 'digipay.paymentMode')).toMatchObject({
      hides: [
        { origin: 'environment', text: '3' },
        { origin: 'default', text: '2' },
      ],
    });
    expect(await viewOf(workbench, input, 'digipay.txnCode')).toMatchObject({ hides: [] });
  });

  it('an environment of the user gets nothing from the sandbox', async () => {
    const workbench = openTestWorkbench();
    const saved = await workbench.handlers['environment.save']({
      id: 'bare',
      name: 'Bare',
      environmentClass: 'test',
      notes: '',
      variables: [{ name: 'payu.baseUrl', value: 'http://127.0.0.1:9' }],
      secrets: [],
    });
    expect(saved.ok).toBe(true);
    const result = await workbench.handlers['exchange.send'](sendInput('payu', 'refund', {}, 'bare'));
    const missing = result.ok ? [] : result.error.map(({ message }) => message);
    for (const name of ['payu.amount', 'payu.payuId', 'payu.accessToken']) {
      expect(missing.join(' ')).toContain(`The variable ${name} has no value.`);
    }
  });

  it('a secret comes from the secret store and is never shown', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', silent);
    expect(await viewOf(workbench, provider.input('refund'), 'payu.accessToken')).toEqual({
      name: 'payu.accessToken',
      origin: 'secret store',
      secret: true,
      text: null,
      hides: [],
    });
    const overrides = { 'payu.accessToken': 'typed-for-this-send' };
    const input = provider.input('refund', { overrides });
    expect(await viewOf(workbench, input, 'payu.accessToken')).toEqual({
      name: 'payu.accessToken',
      origin: 'this send',
      secret: true,
      text: null,
      hides: [{ origin: 'secret store', text: null }],
    });
  });

  it('a secret of the program that started the workbench counts, and the sandbox needs none', async () => {
    const variables = { REFUND_WORKBENCH_SECRET_PAYU_CLIENTSECRET: 'not-that-of-the-sandbox' };
    const workbench = openTestWorkbench(variables);
    const provider = await openProvider(workbench, 'payu', silent);
    await workbench.handlers['secret.clear']({
      environmentId: provider.environmentId,
      name: 'payu.clientSecret',
    });
    const { draft, environmentId, overrides } = provider.input('refund');
    const preview = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
    expect(preview.problems).toEqual([]);
  });

  it('a variable that the environment calls secret is hidden, also one that no API knows', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'payu', silent);
    const overview = await workbench.handlers['environment.list'](null);
    const environment = overview.environments.find(({ id }) => id === provider.environmentId);
    if (environment === undefined) throw new Error('The environment is there');
    await workbench.handlers['environment.save']({
      ...environment,
      secrets: ['payu.merchantId'],
      revision: overview.files[environment.id]?.revision,
    });
    expect(await viewOf(workbench, provider.input('refund'), 'payu.merchantId')).toMatchObject({
      secret: true,
      text: null,
    });
  });
});

describe('values', () => {
  it('a base URL with slashes at its end is the same without', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('payu', 'refund', { 'payu.baseUrl': 'http://127.0.0.1:9/base//' });
    const { draft, environmentId, overrides } = input;
    const preview = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
    expect(preview.request?.url).toBe('http://127.0.0.1:9/base/partner/refunds');
  });

  it('a switch that is set to a text it does not know stops the send, with the texts it knows', async () => {
    const workbench = openTestWorkbench();
    const input = sendInput('luminate', 'refund', { 'luminate.responseFormat': 'yaml' });
    expect(await workbench.handlers['exchange.send'](input)).toEqual({
      ok: false,
      error: [
        {
          code: 'bad-input',
          message: 'The variable luminate.responseFormat is yaml.',
          remedy: 'Use xml or json.',
          place: { part: 'variable', name: 'luminate.responseFormat' },
        },
      ],
    });
  });

  it('a value may refer to another variable', async () => {
    const exchange = await openTestWorkbench().send('payu', 'refund', {
      'payu.refundId': 'FOR-{{payu.payuId}}',
    });
    expect(exchange.main?.request.body).toContain('"refund_id": "FOR-403993715529606983"');
  });

  it.each(['1.00', '0.10', '23.12', '500.00', '403993715529606983'])(
    'the amount %s goes into the body digit for digit',
    async (amount) => {
      const { draft, environmentId, overrides } = sendInput('payu', 'refund', { 'payu.amount': amount });
      const workbench = openTestWorkbench();
      const preview = await workbench.handlers['exchange.preview']({ draft, environmentId, overrides });
      expect(preview.request?.body).toContain(`"amount": ${amount}\n`);
    },
  );
});
