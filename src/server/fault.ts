/** What keeps the portal from running and a person can put right: told in one line, without a stack. */
export class Fault extends Error {}
