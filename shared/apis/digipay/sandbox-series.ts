import { defineSeries } from '../../definition/sandbox-definition.ts';

export const series = defineSeries('c00000000000000000000000', {
  title: 'Payments of 100.00',
  state: 'SUCCESS',
});
