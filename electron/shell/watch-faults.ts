import type { CommandName, Handlers } from '../../shared/contract/commands.ts';

type Report = (thrown: unknown) => void;

/** Keeps the program going when something is thrown where nobody catches it: a request may be under way. */
export function watchFaults(report: Report): void {
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** The handlers as they were; what one throws, which is a fault and never a user's, is reported as well. */
export function reportingHandlers(handlers: Handlers, report: Report): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never): Promise<unknown> => {
      try {
        return await (handler as (given: never) => Promise<unknown>)(input);
      } catch (error) {
        report(error);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as { readonly [Name in CommandName]: Handlers[Name] };
}
