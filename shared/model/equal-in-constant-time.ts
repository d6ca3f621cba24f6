/** Whether a text is the secret one; how long it takes says nothing of where they differ. */
export function equalInConstantTime(given: string, secret: string): boolean {
  let difference = given.length ^ secret.length;
  for (let index = 0; index < secret.length; index += 1) {
    difference |= (given.charCodeAt(index) || 0) ^ secret.charCodeAt(index);
  }
  return difference === 0;
}
