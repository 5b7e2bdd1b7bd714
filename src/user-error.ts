/** An error whose message is all that a person needs. It is printed without a stack, here and by Astro's command line. */
export class UserError extends Error {
  override readonly name = 'UserError';
  override stack = '';
}
