/** What a client has to send to the sandbox. */
export const credentials = {
  'payu.accessToken': 'sandbox-access-token-not-a-real-one',
  'payu.clientSecret': 'sandbox-client-secret-not-a-real-one',
  'payu.merchantId': '8238480',
  'payu.resellerId': '1212312213',
};
