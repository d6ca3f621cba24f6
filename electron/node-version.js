/** The oldest Node that has everything the workbench uses: `node:sqlite` without a flag, and what undici 8 asks for. */
const oldest = 24;

/**
 * The sentence for a Node that is too old, or `null` where it is not. Plain JavaScript without imports, because it has
 * to run on any Node.
 *
 * @param {string} version
 * @returns {string | null}
 */
export function describeOldNode(version) {
  if (Number.parseInt(version, 10) >= oldest) return null;
  return `Refund Workbench needs Node ${oldest} or later; this is Node ${version}. Run it through npm in the folder of its source (npm start, npm run cli), which uses the Node that npm ci installed, after npm ci where that is missing; where it was installed as a command, install Node ${oldest} or later.`;
}
