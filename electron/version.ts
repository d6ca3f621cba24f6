declare const __WORKBENCH_VERSION__: string;

/** The version in package.json, put in by the build. */
export const version: string = __WORKBENCH_VERSION__;
