import { Secret } from '../../shared/model/secret.ts';

/** The secret that the program was started with: `REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD` for `luminate.loginPassword`. */
export function secretFromEnvironment(environment: NodeJS.ProcessEnv, name: string): Secret | null {
  const given = environment[`REFUND_WORKBENCH_SECRET_${name.toUpperCase().replaceAll(/[^A-Z\d]/g, '_')}`];
  return given === undefined ? null : new Secret(given);
}
