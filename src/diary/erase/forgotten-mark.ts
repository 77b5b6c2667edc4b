/** Marks the title of a command that touched a forgotten person. */
export const forgottenMark = '(forgotten)'
