/** What a client has to send to the sandbox. */
export const credentials = {
  'digipay.clientId': 'sandbox-client-not-a-real-one',
  'digipay.secretKey': 'sandbox-secret-key-not-a-real-one',
  'digipay.companyId': '0123456789abcdef0123456789abcdef',
};
