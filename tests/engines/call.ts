/** A call of a function with its argument as the text of a script, for a page that shares nothing with the test. */
export function callText<Argument>(run: (argument: Argument) => unknown, argument: Argument): string {
  // `undefined` has no JSON.
  return `(${String(run)})(${argument === undefined ? '' : JSON.stringify(argument)})`;
}
