import type { ArmedEnvironment } from '../../shared/contract/commands.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** Which production environments may be sent to, and until when. Forgotten when the program ends. */
export type Interlock = {
  readonly arm: (environmentId: string, minutes: number) => ArmedEnvironment;
  readonly disarm: (environmentId: string) => void;
  readonly isArmed: (environmentId: string) => boolean;
  readonly list: () => readonly ArmedEnvironment[];
};

/** Nothing is armed at the start. A clock set back ends the arming: it must not make it longer. */
export function createInterlock(clock: Clock): Interlock {
  const armed = new Map<string, { readonly from: number; readonly until: number }>();
  const isArmed = (environmentId: string): boolean => {
    const span = armed.get(environmentId);
    const now = clock.now();
    return span !== undefined && span.from <= now && now < span.until;
  };
  const describe = (environmentId: string, until: number): ArmedEnvironment => ({
    environmentId,
    until: new Date(until).toISOString(),
  });
  return {
    arm: (environmentId, minutes) => {
      const from = clock.now();
      const until = from + minutes * 60_000;
      armed.set(environmentId, { from, until });
      return describe(environmentId, until);
    },
    disarm: (environmentId) => void armed.delete(environmentId),
    isArmed,
    list: () =>
      [...armed].flatMap(([environmentId, { until }]) =>
        isArmed(environmentId) ? [describe(environmentId, until)] : [],
      ),
  };
}
