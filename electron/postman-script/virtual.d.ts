declare module 'virtual:postman-script' {
  /** A script for Postman that puts the functions of `run-in-postman.ts` under the name `refundWorkbench`. */
  export const postmanScript: string;
}
