import type { EnvironmentPreset } from '../../definition/api-definition.ts';
import type { VariableSpec } from '../../model/variable.ts';
import { connectionPage, curlPage, javaClient, seed } from './sources.ts';

export const variables: readonly VariableSpec[] = [
  {
    name: 'edubrite.baseUrl',
    title: 'Base URL',
    kind: 'url',
    secret: false,
    help: 'Your own micro-site, everything before /oltpublish. Use https, also where a page prints http.',
    example: 'https://yoursite.edubrite.com',
    source: connectionPage,
  },
  {
    name: 'edubrite.username',
    title: 'API user name',
    kind: 'text',
    secret: false,
    help: 'Made under Site Admin > Site Details > Integration; it starts with api_. Not the name of a person.',
    example: 'api_00000000-0000-0000-0000-000000000000',
    source: javaClient,
  },
  {
    name: 'edubrite.password',
    title: 'API password',
    kind: 'text',
    secret: true,
    help: 'Shown together with the API user name. It is sent in the login only.',
    source: javaClient,
  },
  {
    name: 'edubrite.adminUser',
    title: 'Acting site admin',
    kind: 'text',
    secret: false,
    help: 'Goes into REAL_UNAME as uname|email|fullname; parts may be empty, and the bare user name works too. Must be a site admin.',
    example: 'jdoe||',
    source: curlPage,
  },
  {
    name: 'edubrite.invoiceId',
    title: 'Invoice id',
    kind: 'id',
    secret: false,
    help: 'Invoice of the original purchase, listed under Site Admin > Payment Transactions. The whole invoice is refunded.',
    example: '34669703-f5b3-11e7-a6ac-0cc47a352510',
    source: seed,
  },
  {
    name: 'edubrite.encryption',
    title: 'Payload encryption',
    kind: 'switch',
    choices: ['off', 'on'],
    secret: false,
    help: 'on or off, as "API Encryption" is set at the site; both sides must agree. EduBrite advises off.',
    example: 'off',
    defaultValue: 'off',
    source: javaClient,
  },
];

export const presets: readonly EnvironmentPreset[] = [
  {
    title: 'EduBrite micro-site (put your own name for yoursite)',
    environmentClass: 'production',
    baseUrl: 'https://yoursite.edubrite.com',
    source: connectionPage,
  },
];
