/** What stands in the title of a command that touched somebody who was forgotten. */
export const forgottenMark = '(forgotten)'
