import { defineSeries } from '../../definition/sandbox-definition.ts';

export const series = defineSeries('4039937160', { title: 'Payments of 1000.00 INR', state: 'captured' });
