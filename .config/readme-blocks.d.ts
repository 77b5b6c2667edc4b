/** A README with the output of each command in its `console` blocks as the binary prints it, one diary for all. */
export function refreshed(readme: string): string
