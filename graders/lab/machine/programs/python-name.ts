/** Whether a program is an interpreter of Python, by its name. */
export const isPython = (name: string): boolean => /^(?:python(?:[23](?:\.\d+)?)?|pypy3?(?:\.\d+)?)$/.test(name);
