/**
 * @example ordinal(2) // '2nd'
 * @example ordinal(12) // '12th'
 */
export function ordinal(count: number): string {
  const teen = Math.floor(count / 10) % 10 === 1
  const ending = teen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]
  return `${count}${ending ?? 'th'}`
}
