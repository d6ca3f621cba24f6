/** Calls of the page, answered by the core. */
export const callChannel = 'workbench:call';
/** Events of the core, told to the page. */
export const eventChannel = 'workbench:event';
